namespace RecTools.Data;

/// <summary>A list of things as rows.</summary>
/// <param name="columns">The columns.</param>
/// <param name="list">The things.</param>
/// <param name="cells">The cells of one, in the order of the columns: whole numbers, numbers, text and times.</param>
internal sealed class SampleRows<T>(IReadOnlyList<ColumnSpec> columns, IReadOnlyList<T> list, Func<T, object[]> cells) : BufferedRows(columns)
{
    private int next;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (next >= list.Count)
        {
            return false;
        }

        var values = cells(list[next++]);
        for (var i = 0; i < values.Length; i++)
        {
            switch (values[i])
            {
                case int number:
                    Set(i, (long)number);
                    break;
                case double number:
                    Set(i, number);
                    break;
                case DateTime time:
                    Set(i, time);
                    break;
                default:
                    Set(i, (string)values[i]);
                    break;
            }
        }

        return true;
    }
}
