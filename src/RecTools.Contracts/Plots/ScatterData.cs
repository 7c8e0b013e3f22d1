namespace RecTools;

/// <summary>Points in a plane, coloured by their cluster.</summary>
public sealed record ScatterData : PlotData
{
    /// <summary>Where each point is on the first axis; finite.</summary>
    public required double[] X { get; init; }

    /// <summary>Where each point is on the second axis; finite.</summary>
    public required double[] Y { get; init; }

    /// <summary>The cluster of each point, a place in <see cref="Clusters"/>.</summary>
    public required int[] ClusterOf { get; init; }

    /// <summary>The clusters.</summary>
    public required IReadOnlyList<PlotCluster> Clusters { get; init; }

    /// <summary>Share of the variance along the first axis, 0 to 1; null where the axes are no principal components.</summary>
    public double? ShareX { get; init; }

    /// <summary>Share of the variance along the second axis, 0 to 1.</summary>
    public double? ShareY { get; init; }

    /// <summary>What the first axis measures, with its unit.</summary>
    public string LabelX { get; init; } = "Principal component 1";

    /// <summary>What the second axis measures, with its unit.</summary>
    public string LabelY { get; init; } = "Principal component 2";

    /// <summary>Points drawn at most; of more, so many are drawn at random.</summary>
    public int MaxPoints { get; init; } = 5000;

    /// <summary>Start of the draw.</summary>
    public long Seed { get; init; }
}
