namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="KMeans"/>. The names that SQL Server Analysis Services used are understood too.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of clusters; null picks one.</summary>
    [Option("How many groups to make; Auto tries 2 to MaxClusterCount and takes the number with the best silhouette.",
        Minimum = 1, Maximum = 1 << 20, WhenUnset = "Auto", Aliases = ["CLUSTER_COUNT"])]
    public int? ClusterCount { get; init; }

    /// <summary>Clusters at most where the number is picked.</summary>
    [Option("The most groups that Auto tries.", Minimum = 2, Maximum = 1000)]
    public int MaxClusterCount { get; init; } = 10;

    /// <summary>Descents from different starts, of which the best is kept.</summary>
    [Option("How often to start anew; the best result is kept.", Minimum = 1, Maximum = 1000)]
    public int Restarts { get; init; } = 10;

    /// <summary>Iterations of a descent at most.</summary>
    [Option("The most iterations from one start.", Minimum = 1, Maximum = 1_000_000)]
    public int MaxIterations { get; init; } = 300;

    /// <summary>Where a descent is far enough down to be compared with the others; null picks by size.</summary>
    [Option("A start counts as done when its centers move by less than this share of the features' variance; the best one goes on until no point changes its group. "
        + "Auto is 0, every start goes on to the end, for up to ten million points x groups x features, and 0.0001 beyond.",
        Minimum = 0, Maximum = 1, WhenUnset = "Auto", Aliases = ["STOPPING_TOLERANCE"])]
    public double? Tolerance { get; init; }

    /// <summary>How the nearest centers are found.</summary>
    [Option("Lloyd compares every point with every center, Hamerly only those that may have changed; both find the same.")]
    public KMeansMethod Method { get; init; } = KMeansMethod.Auto;

    /// <summary>Whether to work with small samples.</summary>
    [Option("Works with small samples, faster and a little worse: Auto does so for very many points, clusters and features.")]
    public MiniBatchUse MiniBatch { get; init; } = MiniBatchUse.Auto;

    /// <summary>Points in a sample.</summary>
    [Option("The points in each small sample.", Minimum = 32, Maximum = 1 << 24)]
    public int BatchSize { get; init; } = 8192;
}
