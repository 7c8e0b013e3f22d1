namespace RecTools.Algorithms;

/// <summary>The mean of a matrix's rows that have entries.</summary>
/// <param name="Columns">Columns that have some, ascending.</param>
/// <param name="Values">Their means.</param>
internal sealed record TypicalRow(int[] Columns, float[] Values)
{
    /// <summary>No columns.</summary>
    public static TypicalRow None { get; } = new([], []);

    /// <summary>Takes the mean.</summary>
    public static TypicalRow Of(SparseMatrix rows)
    {
        var sums = new double[rows.ColumnCount];
        for (var i = 0; i < rows.EntryCount; i++)
        {
            sums[rows.Column[i]] += rows.Value[i];
        }

        var filled = Math.Max(1, Enumerable.Range(0, rows.RowCount).Count(row => rows.CountOf(row) > 0));
        int[] columns = [.. Enumerable.Range(0, sums.Length).Where(column => sums[column] != 0)];
        return new TypicalRow(columns, Array.ConvertAll(columns, column => (float)(sums[column] / filled)));
    }
}
