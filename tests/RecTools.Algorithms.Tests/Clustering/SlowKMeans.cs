using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Lloyd's iterations as the definition has them: every distance in double precision, one thread, nothing spared.</summary>
internal static class SlowKMeans
{
    /// <summary>Runs until nothing changes.</summary>
    /// <returns>The cluster of each point, the centers and the iterations, of which the last changed nothing.</returns>
    public static (int[] ClusterOf, double[] Centers, int Iterations) Run(PointMatrix points, double[] starts, int maxIterations)
    {
        var dimension = points.Dimension;
        var clusterCount = starts.Length / dimension;
        var centers = starts.ToArray();
        var clusterOf = Enumerable.Repeat(-1, points.Count).ToArray();
        for (var iteration = 1; ; iteration++)
        {
            int[] next = [.. Enumerable.Range(0, points.Count).Select(point => Nearest(points, point, centers))];
            FillEmpty(points, next, clusterCount, centers);
            var isSame = next.SequenceEqual(clusterOf);
            clusterOf = next;
            centers = Means(points, clusterOf, clusterCount);
            if (isSame || iteration == maxIterations)
            {
                return (clusterOf, centers, iteration);
            }
        }
    }

    /// <summary>Squared distance of a point to a center.</summary>
    public static double Distance(PointMatrix points, int point, double[] centers, int center)
    {
        double sum = 0;
        for (var i = 0; i < points.Dimension; i++)
        {
            var difference = points[point][i] - centers[(center * points.Dimension) + i];
            sum += difference * difference;
        }

        return sum;
    }

    private static int Nearest(PointMatrix points, int point, double[] centers) =>
        Enumerable.Range(0, centers.Length / points.Dimension).MinBy(center => Distance(points, point, centers, center));

    private static void FillEmpty(PointMatrix points, int[] clusterOf, int clusterCount, double[] centers)
    {
        var far = Enumerable.Range(0, points.Count).OrderByDescending(point => Distance(points, point, centers, clusterOf[point])).ToList();
        for (var cluster = 0; cluster < clusterCount; cluster++)
        {
            if (!clusterOf.Contains(cluster))
            {
                var moved = far.First(point => clusterOf.Count(other => other == clusterOf[point]) > 1);
                far.RemoveRange(0, far.IndexOf(moved) + 1);
                clusterOf[moved] = cluster;
            }
        }
    }

    private static double[] Means(PointMatrix points, int[] clusterOf, int clusterCount)
    {
        var (sums, counts) = (new double[clusterCount * points.Dimension], new int[clusterCount]);
        for (var point = 0; point < points.Count; point++)
        {
            counts[clusterOf[point]]++;
            for (var i = 0; i < points.Dimension; i++)
            {
                sums[(clusterOf[point] * points.Dimension) + i] += points[point][i];
            }
        }

        return [.. sums.Select((sum, i) => sum / counts[i / points.Dimension])];
    }
}
