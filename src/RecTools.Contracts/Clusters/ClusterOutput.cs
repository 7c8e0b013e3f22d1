namespace RecTools;

/// <summary>What is given of groups of customers.</summary>
public enum ClusterOutput
{
    /// <summary>The groups, the largest first.</summary>
    Cluster,

    /// <summary>What the groups are like, a row a group and feature.</summary>
    Feature,

    /// <summary>The customers with their groups.</summary>
    Member,

    /// <summary>How groups were merged, by hierarchical clustering.</summary>
    Merge,

    /// <summary>What each number of groups gave that was tried.</summary>
    Curve,

    /// <summary>How good the groups are.</summary>
    Metric,
}
