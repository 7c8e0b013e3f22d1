namespace RecTools.Algorithms;

/// <summary>The mean of what is in a history, weighted by the values and brought to length 1 (Rocchio 1971, without what was disliked).</summary>
/// <param name="features">Features of the items, each row of length 1.</param>
internal sealed class CosineProfile(SparseMatrix features) : IProfile
{
    private readonly double[] sum = new double[features.ColumnCount];

    /// <inheritdoc/>
    /// <remarks>Values below 0 count as 0.</remarks>
    public float Learn(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> weights)
    {
        Array.Clear(sum);
        for (var i = 0; i < items.Length; i++)
        {
            var columns = features.ColumnsOf(items[i]);
            var own = features.ValuesOf(items[i]);
            for (var j = 0; j < columns.Length; j++)
            {
                sum[columns[j]] += (double)Math.Max(0, values[i]) * own[j];
            }
        }

        double squares = 0;
        foreach (var number in sum)
        {
            squares += number * number;
        }

        var length = Math.Sqrt(squares);
        for (var i = 0; i < items.Length; i++)
        {
            weights[i] = length > 0 ? (float)(Math.Max(0, values[i]) / length) : 0;
        }

        return 0;
    }
}
