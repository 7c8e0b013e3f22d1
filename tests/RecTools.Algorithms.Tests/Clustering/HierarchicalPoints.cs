using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Points to build trees of.</summary>
internal static class HierarchicalPoints
{
    /// <summary>Normal around a few centers: no two distances are alike.</summary>
    public static PointMatrix Normal(ref SeededRandom random, int count, int dimension, int centers = 3)
    {
        var center = new double[centers * dimension];
        foreach (ref var value in center.AsSpan())
        {
            value = 4 * random.NextGaussian();
        }

        var values = new float[count * dimension];
        for (var point = 0; point < count; point++)
        {
            var chosen = random.Next(centers);
            for (var i = 0; i < dimension; i++)
            {
                values[(point * dimension) + i] = (float)(center[(chosen * dimension) + i] + random.NextGaussian());
            }
        }

        return new PointMatrix(dimension, values);
    }

    /// <summary>Small whole numbers: many distances are alike, and many points too.</summary>
    public static PointMatrix Grid(ref SeededRandom random, int count, int dimension, int steps)
    {
        var values = new float[count * dimension];
        foreach (ref var value in values.AsSpan())
        {
            value = random.Next(steps);
        }

        return new PointMatrix(dimension, values);
    }

    /// <summary>The points in another order: row <c>i</c> is the row that the order has at <c>i</c>.</summary>
    public static PointMatrix Reordered(PointMatrix points, int[] order) =>
        new(points.Dimension, [.. order.SelectMany(point => points[point].ToArray())]);

    /// <summary>A random order.</summary>
    public static int[] Order(ref SeededRandom random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle<int>(order);
        return order;
    }

    /// <summary>A context with a number of threads.</summary>
    public static FitContext Threads(int threads) => FitContext.Default with { Workers = new Workers(threads) };
}
