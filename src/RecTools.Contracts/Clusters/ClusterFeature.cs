namespace RecTools;

/// <summary>One feature in one cluster, in the unit of the source.</summary>
public sealed record ClusterFeature
{
    /// <summary>Number of the cluster, from 1.</summary>
    public required int ClusterId { get; init; }

    /// <summary>Name of the feature: a column, <c>Column=Value</c> for a category, or a feature of orders.</summary>
    public required string Feature { get; init; }

    /// <summary>Mean of the cluster's customers.</summary>
    public required double Mean { get; init; }

    /// <summary>The value that a quarter of them stay below.</summary>
    public required double LowerQuartile { get; init; }

    /// <summary>The value that half of them stay below.</summary>
    public required double Median { get; init; }

    /// <summary>The value that three quarters of them stay below.</summary>
    public required double UpperQuartile { get; init; }

    /// <summary>Mean of all customers.</summary>
    public required double OverallMean { get; init; }

    /// <summary>How far the cluster stands out: its mean less that of all, in standard deviations of all, both after the scaling's logarithm where it takes one.</summary>
    public required double Deviation { get; init; }

    /// <summary>Whether the logarithm of one more is taken before the feature is scaled.</summary>
    public required bool Logarithm { get; init; }

    /// <summary>What is subtracted then.</summary>
    public required double Offset { get; init; }

    /// <summary>What the rest is divided by.</summary>
    public required double Scale { get; init; }

    /// <summary>The cluster's centre, scaled so: a customer belongs to the cluster whose centres are nearest.</summary>
    public required double Center { get; init; }
}
