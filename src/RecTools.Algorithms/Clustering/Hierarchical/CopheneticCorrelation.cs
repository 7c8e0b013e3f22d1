namespace RecTools.Algorithms;

/// <summary>
/// How well a tree keeps the distances: the correlation, over all pairs of points, of their distance and the height at which they came together
/// (Sokal and Rohlf 1962).
/// </summary>
/// <param name="Value">-1 to 1, near 1 for a faithful tree; NaN where all distances or all heights are the same.</param>
/// <param name="PointCount">Points whose pairs were looked at.</param>
/// <param name="IsSampled">Whether these are a random sample of the points.</param>
public readonly record struct CopheneticCorrelation(double Value, int PointCount, bool IsSampled)
{
    /// <summary>More points than this are sampled, unless asked otherwise.</summary>
    public const int DefaultMaxPoints = 20_000;

    private const ulong Stream = 0xC0F;

    /// <summary>Computes it, in time of the square of the points and memory of the points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="tree">Their tree.</param>
    /// <param name="context">Threads, and the seed of the sample.</param>
    /// <param name="maxPoints">More points than this are sampled.</param>
    public static CopheneticCorrelation Of(PointMatrix points, MergeTree tree, FitContext context, int maxPoints = DefaultMaxPoints)
    {
        var chosen = Choose(points.Count, maxPoints, context.Seed);
        var (sorted, merges) = InLeafOrder(points, tree, chosen);
        var sums = new CopheneticSums(sorted, merges, tree.Height, context.Workers);
        return new CopheneticCorrelation(sums.Correlation(), chosen.Length, chosen.Length < points.Count);
    }

    private static int[] Choose(int count, int maxPoints, long seed)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        if (count <= maxPoints)
        {
            return all;
        }

        new SeededRandom(seed, Stream).Shuffle<int>(all);
        return all[..maxPoints];
    }

    // The points from left to right in the drawn tree, and the last merge between each and the next: -1 where they are of one leaf.
    private static (PointMatrix Points, int[] Merges) InLeafOrder(PointMatrix points, MergeTree tree, int[] chosen)
    {
        var order = LeafOrder.Of(tree);
        var between = LeafOrder.MergesBetween(tree, order);
        var position = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
        }

        int PositionOf(int point) => position[tree.LeafOf is null ? point : tree.LeafOf[point]];
        int[] sorted = [.. chosen.OrderBy(PositionOf).ThenBy(point => point)];
        var values = new float[sorted.Length * points.Dimension];
        var merges = new int[Math.Max(0, sorted.Length - 1)];
        for (var i = 0; i < sorted.Length; i++)
        {
            points[sorted[i]].CopyTo(values.AsSpan(i * points.Dimension));
            if (i > 0)
            {
                var (from, to) = (PositionOf(sorted[i - 1]), PositionOf(sorted[i]));
                merges[i - 1] = from == to ? -1 : System.Numerics.Tensors.TensorPrimitives.Max(between.AsSpan(from, to - from));
            }
        }

        return (new PointMatrix(points.Dimension, values), merges);
    }
}
