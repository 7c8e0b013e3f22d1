namespace RecTools.Algorithms;

/// <summary>Points in each cluster.</summary>
internal static class ClusterSizes
{
    /// <summary>Counts them.</summary>
    public static int[] Of(Clustering clustering)
    {
        var sizes = new int[clustering.ClusterCount];
        foreach (var cluster in clustering.ClusterOf)
        {
            sizes[cluster]++;
        }

        return sizes;
    }
}
