namespace RecTools;

/// <summary>How far each cluster's mean is from the overall mean, feature by feature.</summary>
public sealed record ProfileHeatMapData : PlotData
{
    /// <summary>The features, in the order of the rows.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The clusters, in the order of the columns.</summary>
    public required IReadOnlyList<PlotCluster> Clusters { get; init; }

    /// <summary>
    /// For each cluster and feature how many standard deviations of all points the cluster's mean is above the overall mean; NaN where unknown.
    /// Clusters are the first index.
    /// </summary>
    public required double[,] Deviations { get; init; }
}
