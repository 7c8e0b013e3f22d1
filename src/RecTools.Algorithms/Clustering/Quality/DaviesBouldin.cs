namespace RecTools.Algorithms;

/// <summary>
/// The index of Davies and Bouldin (1979): for each cluster the largest (s + s') / d over the others, on average, where s is the mean distance of a
/// cluster's points from their mean and d the distance of two means. Smaller is better, 0 is best.
/// </summary>
public static class DaviesBouldin
{
    /// <summary>Measures a clustering.</summary>
    /// <returns>NaN for one cluster; positive infinity where two clusters that are not points have the same mean.</returns>
    public static double Of(PointMatrix points, Clustering clustering)
    {
        var clusterCount = clustering.ClusterCount;
        if (clusterCount < 2)
        {
            return double.NaN;
        }

        var sizes = ClusterSizes.Of(clustering);
        var means = Array.ConvertAll(clustering.Centers.Values, value => (double)value);
        var scatter = new double[clusterCount];
        for (var point = 0; point < points.Count; point++)
        {
            var cluster = clustering.ClusterOf[point];
            scatter[cluster] += Math.Sqrt(SquaredDistance.Between(points[point], MeanOf(cluster))) / sizes[cluster];
        }

        double sum = 0;
        for (var cluster = 0; cluster < clusterCount; cluster++)
        {
            double worst = 0;
            for (var other = 0; other < clusterCount; other++)
            {
                var together = other == cluster ? 0 : scatter[cluster] + scatter[other];
                worst = Math.Max(worst, together == 0 ? 0 : together / Math.Sqrt(SquaredDistance.Between(clustering.Centers[cluster], MeanOf(other))));
            }

            sum += worst;
        }

        return sum / clusterCount;

        ReadOnlySpan<double> MeanOf(int cluster) => means.AsSpan(cluster * points.Dimension, points.Dimension);
    }
}
