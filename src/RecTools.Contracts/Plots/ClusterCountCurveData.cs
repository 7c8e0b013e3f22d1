namespace RecTools;

/// <summary>How well the points fall into each number of clusters that was tried.</summary>
public sealed record ClusterCountCurveData : PlotData
{
    /// <summary>The numbers of clusters, ascending.</summary>
    public required int[] ClusterCount { get; init; }

    /// <summary>Mean silhouette of each, -1 to 1; NaN where it is not defined.</summary>
    public required double[] Silhouette { get; init; }

    /// <summary>Sum of the squared distances to the clusters' means of each.</summary>
    public required double[] Inertia { get; init; }

    /// <summary>The number of clusters that was chosen, one of those tried.</summary>
    public required int Chosen { get; init; }
}
