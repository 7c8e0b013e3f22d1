namespace RecTools.Algorithms;

/// <summary>Gives each cluster that has lost all its points the point that is farthest from its own center.</summary>
internal static class EmptyClusters
{
    /// <summary>Fills empty clusters in their order; of equally far points the first goes. A point that is alone in its cluster stays.</summary>
    /// <param name="points">The points.</param>
    /// <param name="assigner">The clusters, of which some may be empty.</param>
    /// <param name="centers">The centers, row after row.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>How many points were moved.</returns>
    public static int Fill(PointMatrix points, Assigner assigner, double[] centers, Workers workers)
    {
        int[] empty = [.. Enumerable.Range(0, assigner.Sums.ClusterCount).Where(cluster => assigner.Sums.Size[cluster] == 0)];
        if (empty.Length == 0)
        {
            return 0;
        }

        var distances = new double[points.Count];
        workers.ForEachPiece(points.Count, assigner.Sums.PieceSize, (from, to) =>
        {
            for (var point = from; point < to; point++)
            {
                distances[point] = -SquaredDistance.Between(points[point], centers.AsSpan(assigner.ClusterOf[point] * points.Dimension, points.Dimension));
            }
        });
        var order = Enumerable.Range(0, points.Count).OrderBy(point => distances[point]).GetEnumerator();
        foreach (var cluster in empty)
        {
            while (order.MoveNext())
            {
                ref var former = ref assigner.ClusterOf[order.Current];
                if (assigner.Sums.Size[former] > 1)
                {
                    assigner.Sums.Size[former]--;
                    assigner.Sums.Size[cluster]++;
                    former = cluster;
                    assigner.Moved(order.Current);
                    break;
                }
            }
        }

        assigner.Sums.Recompute(assigner.ClusterOf, workers);
        return empty.Length;
    }
}
