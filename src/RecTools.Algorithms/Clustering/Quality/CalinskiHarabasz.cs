namespace RecTools.Algorithms;

/// <summary>
/// The variance ratio of Calinski and Harabasz (1974): (B / (k - 1)) / (W / (n - k)), where B is the sum over clusters of their size times the squared
/// distance of their mean from the mean of all, and W the inertia. Larger is better.
/// </summary>
public static class CalinskiHarabasz
{
    /// <summary>Measures a clustering.</summary>
    /// <returns>Positive infinity where all points lie at their cluster's mean; NaN for one cluster, or as many as points.</returns>
    public static double Of(PointMatrix points, Clustering clustering)
    {
        var (count, clusterCount) = (points.Count, clustering.ClusterCount);
        if (clusterCount < 2 || clusterCount == count)
        {
            return double.NaN;
        }

        var sizes = ClusterSizes.Of(clustering);
        var mean = new double[points.Dimension];
        for (var i = 0; i < clustering.Centers.Values.Length; i++)
        {
            mean[i % mean.Length] += (double)sizes[i / mean.Length] * clustering.Centers.Values[i] / count;
        }

        double between = 0;
        for (var cluster = 0; cluster < clusterCount; cluster++)
        {
            between += sizes[cluster] * SquaredDistance.Between(clustering.Centers[cluster], mean);
        }

        return between / (clusterCount - 1) / (clustering.Inertia / (count - clusterCount));
    }
}
