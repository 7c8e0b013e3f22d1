namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Hierarchical"/>.</summary>
public sealed record HierarchicalOptions
{
    /// <summary>What counts as the distance of two groups.</summary>
    [Option("What counts as the distance of two groups: Ward for compact groups, Single for chains, Complete, Average, Weighted, Centroid or Median.")]
    public Linkage Linkage { get; init; } = Linkage.Ward;

    /// <summary>Clusters that the tree is cut into.</summary>
    [Option(
        "The number of clusters; Auto, with CutHeight unset too, tries 2 to MaxClusterCount and takes the number with the best silhouette.",
        Minimum = 1, Maximum = int.MaxValue, WhenUnset = "Auto", Aliases = ["CLUSTER_COUNT"])]
    public int? ClusterCount { get; init; }

    /// <summary>Clusters at most where the number is picked.</summary>
    [Option("The most groups that Auto tries.", Minimum = 2, Maximum = 1000)]
    public int MaxClusterCount { get; init; } = 10;

    /// <summary>Height that the tree is cut at.</summary>
    [Option("Cuts the tree at this height instead of into a number of clusters: groups merged no higher stay together.", Minimum = 0)]
    public double? CutHeight { get; init; }

    /// <summary>Points of which a tree is made directly.</summary>
    [Option(
        "More points than this are first put into groups by k-means, and the tree is of these groups; time grows with the square of the points.",
        Minimum = 2, Maximum = 1_000_000)]
    public int MaxPoints { get; init; } = 100_000;

    /// <summary>Groups of the first of two stages.</summary>
    [Option("How many groups k-means makes where there are more points than MaxPoints.", Minimum = 2, Maximum = 100_000)]
    public int FirstStageGroups { get; init; } = 2_000;
}
