namespace RecTools.Algorithms;

/// <summary>Places points in clusters that were found before, each in the one whose center is nearest; of equally near ones in the first.</summary>
public static class NearestCluster
{
    private const int PointsInPiece = 1 << 12;

    /// <summary>Places points.</summary>
    /// <param name="points">The points, in the space that the centers were found in.</param>
    /// <param name="centers">The centers.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The points in their clusters, which keep their numbers and centers; a cluster may have no point.</returns>
    public static Clustering Place(PointMatrix points, PointMatrix centers, Workers workers)
    {
        var clusterOf = new int[points.Count];
        workers.ForEachPiece(points.Count, PointsInPiece, (from, to) =>
        {
            for (var point = from; point < to; point++)
            {
                clusterOf[point] = Of(points[point], centers);
            }
        });
        return new Clustering { ClusterOf = clusterOf, Centers = centers, Inertia = Centroids.Inertia(points, clusterOf, centers, workers) };
    }

    private static int Of(ReadOnlySpan<float> point, PointMatrix centers)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var cluster = 0; cluster < centers.Count; cluster++)
        {
            var center = centers[cluster];
            double sum = 0;
            for (var i = 0; i < point.Length; i++)
            {
                var difference = (double)point[i] - center[i];
                sum += difference * difference;
            }

            (nearest, least) = sum < least ? (cluster, sum) : (nearest, least);
        }

        return nearest;
    }
}
