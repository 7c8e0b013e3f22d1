using RecTools.Data;

namespace RecTools.Training;

/// <summary>Rows of a result table.</summary>
internal abstract class ResultRows(TableSpec table) : BufferedRows(table.Columns)
{
    /// <summary>The table these rows fill.</summary>
    public TableSpec Table => table;

    protected void SetId(int column, IdSet ids, int index)
    {
        switch (ids.Kind)
        {
            case CellKind.Int64:
                Set(column, ids.Number(index));
                break;
            case CellKind.Text:
                Set(column, ids.Text(index));
                break;
            default:
                Set(column, ids.Guid(index));
                break;
        }
    }
}
