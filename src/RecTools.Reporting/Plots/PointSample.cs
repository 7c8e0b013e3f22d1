namespace RecTools.Reporting;

/// <summary>Which points are drawn, and in which order.</summary>
internal static class PointSample
{
    /// <summary>
    /// So many of the points at random, each equally likely, in random order, so that no cluster covers another for coming later.
    /// </summary>
    /// <param name="count">Number of points.</param>
    /// <param name="limit">How many are drawn at most.</param>
    /// <param name="seed">Start of the draw.</param>
    public static int[] Draw(int count, int limit, long seed)
    {
        int[] points = [.. Enumerable.Range(0, count)];
        new SeededRandom(seed).Shuffle(points.AsSpan());
        return count <= limit ? points : points[..limit];
    }
}
