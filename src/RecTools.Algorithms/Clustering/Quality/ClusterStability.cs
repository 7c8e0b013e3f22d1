namespace RecTools.Algorithms;

/// <summary>
/// Whether clusters come out again when the data are a little different: subsamples are clustered anew, and their points' groups compared with those of
/// the whole by the adjusted Rand index (Ben-Hur, Elisseeff and Guyon 2002; Hennig 2007). Near 1 the groups can be relied on; below .6 hardly.
/// </summary>
public static class ClusterStability
{
    /// <summary>Resamples.</summary>
    /// <param name="points">The points.</param>
    /// <param name="clusterOf">The cluster of each.</param>
    /// <param name="cluster">Clusters other points in the same way, by the seed that it is given, and says the cluster of each.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="workers">Cancellation; the subsamples follow each other, since each is clustered by all threads.</param>
    /// <param name="resamples">How many subsamples.</param>
    /// <param name="share">Share of the points in each, drawn without replacement.</param>
    /// <returns>The adjusted Rand index of each subsample.</returns>
    public static double[] Of(
        PointMatrix points, int[] clusterOf, Func<PointMatrix, long, int[]> cluster, long seed, Workers workers, int resamples = 20, double share = 0.8)
    {
        var indexes = new double[resamples];
        var order = new int[points.Count];
        var size = Math.Max(1, (int)Math.Round(share * points.Count));
        for (var resample = 0; resample < resamples; resample++)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            for (var point = 0; point < order.Length; point++)
            {
                order[point] = point;
            }

            var random = new SeededRandom(seed, (ulong)resample);
            random.Shuffle(order.AsSpan());

            // In the order of the whole, so that the subsample looks like it.
            var drawn = order[..size];
            Array.Sort(drawn);
            var values = new float[size * points.Dimension];
            for (var i = 0; i < size; i++)
            {
                points[drawn[i]].CopyTo(values.AsSpan(i * points.Dimension));
            }

            var again = cluster(new PointMatrix(points.Dimension, values), unchecked((long)random.NextUInt64()));
            indexes[resample] = AdjustedRandIndex.Of(Array.ConvertAll(drawn, point => clusterOf[point]), again);
        }

        return indexes;
    }
}
