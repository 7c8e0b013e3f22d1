using RecTools.Data;

namespace RecTools.Training;

/// <summary>Rows that the engine makes: cells of the current row are set by name of kind, then read by a bulk writer.</summary>
internal abstract class ResultRows(TableSpec table) : RowReader
{
    private readonly long[] numbers = new long[table.Columns.Count];
    private readonly string[] texts = new string[table.Columns.Count];
    private readonly Guid[] guids = new Guid[table.Columns.Count];

    /// <summary>The table these rows fill.</summary>
    public TableSpec Table => table;

    public override IReadOnlyList<ColumnSpec> Columns => table.Columns;

    public override CellKind Kind(int column) => Columns[column].Kind;

    public override long GetInt64(int column) => numbers[column];

    public override double GetDouble(int column) => BitConverter.Int64BitsToDouble(numbers[column]);

    public override ReadOnlySpan<char> GetText(int column) => texts[column];

    public override Guid GetGuid(int column) => guids[column];

    protected void Set(int column, long value) => numbers[column] = value;

    protected void Set(int column, double value) => numbers[column] = BitConverter.DoubleToInt64Bits(value);

    protected void Set(int column, string value) => texts[column] = value;

    protected void SetId(int column, IdSet ids, int index)
    {
        switch (ids.Kind)
        {
            case CellKind.Int64:
                numbers[column] = ids.Number(index);
                break;
            case CellKind.Text:
                texts[column] = ids.Text(index);
                break;
            default:
                guids[column] = ids.Guid(index);
                break;
        }
    }
}
