namespace RecTools.Algorithms;

/// <summary>Columns of both rows out of the columns of either.</summary>
/// <param name="counts">Columns of each row.</param>
/// <param name="minOverlap">Common columns without which rows are no neighbours.</param>
internal readonly struct JaccardSimilarity(int[] counts, int minOverlap) : IPairSimilarity<int, int>
{
    /// <inheritdoc/>
    public int Prepare(float left) => 1;

    /// <inheritdoc/>
    public int Add(int sum, int left, float right) => sum + 1;

    /// <inheritdoc/>
    public float Finish(in int sum, int rowLength, int other) =>
        sum == 0 || sum < minOverlap ? 0 : (float)((double)sum / (rowLength + counts[other] - sum));
}
