using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What plots show of groups of customers.</summary>
internal static class ClusterPlotData
{
    /// <summary>Groups as plots name them.</summary>
    public static PlotCluster[] Names(IReadOnlyList<Cluster> clusters) => [.. clusters.Select(cluster => new PlotCluster(cluster.ClusterId, cluster.Label, cluster.Size))];

    /// <summary>The customers in the plane in which they spread most.</summary>
    /// <param name="groups">The customers in their groups.</param>
    /// <param name="source">Where they come from, in words.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static ScatterData Scatter(CustomerGroups groups, string source, Workers workers)
    {
        var components = PrincipalComponents.Of(groups.Points, workers);
        var plane = components.Project(groups.Points);
        double[] Axis(int axis) => axis < plane.Dimension
            ? [.. Enumerable.Range(0, plane.Count).Select(point => (double)plane[point][axis])]
            : new double[plane.Count];
        return new ScatterData
        {
            Title = "Customers on two principal components",
            Source = source,
            X = Axis(0),
            Y = Axis(1),
            ClusterOf = groups.Clustering.ClusterOf,
            Clusters = Names(groups.Profiles),
            ShareX = components.Shares[0],
            ShareY = components.Shares.Count > 1 ? components.Shares[1] : 0,
        };
    }

    /// <summary>How far each group is from all customers, feature by feature.</summary>
    /// <param name="clusters">The groups, each with the same features.</param>
    /// <param name="source">Where the customers come from, in words.</param>
    public static ProfileHeatMapData Profile(IReadOnlyList<Cluster> clusters, string? source)
    {
        var deviations = new double[clusters.Count, clusters[0].Features.Length];
        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            for (var feature = 0; feature < clusters[cluster].Features.Length; feature++)
            {
                deviations[cluster, feature] = clusters[cluster].Features[feature].Deviation;
            }
        }

        return new ProfileHeatMapData
        {
            Title = "How the groups differ from all customers",
            Source = source,
            Features = [.. clusters[0].Features.Select(feature => feature.Feature)],
            Clusters = Names(clusters),
            Deviations = deviations,
        };
    }

    /// <summary>What each number of groups gave that was tried.</summary>
    /// <param name="curve">The numbers.</param>
    /// <param name="chosen">The one that was taken.</param>
    /// <param name="source">Where the customers come from, in words.</param>
    public static ClusterCountCurveData Curve(IReadOnlyList<ClusterCountTrial> curve, int chosen, string? source) => new()
    {
        Title = "How well customers fall into each number of groups",
        Source = source,
        ClusterCount = [.. curve.Select(trial => trial.ClusterCount)],
        Silhouette = [.. curve.Select(trial => trial.Silhouette)],
        Inertia = [.. curve.Select(trial => trial.Inertia)],
        Chosen = chosen,
    };

    /// <summary>How groups were merged.</summary>
    /// <param name="tree">The merges.</param>
    /// <param name="clusterOf">The group of each customer that the tree was made of.</param>
    /// <param name="clusters">The groups.</param>
    /// <param name="nameOf">What a customer is called, where each is a leaf of the tree; null without.</param>
    /// <param name="source">Where the customers come from, in words.</param>
    public static DendrogramData Tree(MergeTree tree, int[] clusterOf, PlotCluster[] clusters, Func<int, string>? nameOf, string? source)
    {
        var clusterOfLeaf = new int[tree.LeafCount];
        var sizes = new long[tree.LeafCount];
        for (var customer = 0; customer < clusterOf.Length; customer++)
        {
            var leaf = tree.LeafOf?[customer] ?? customer;
            clusterOfLeaf[leaf] = clusterOf[customer];
            sizes[leaf]++;
        }

        return new DendrogramData
        {
            Title = "How groups were merged",
            Source = source,
            Left = tree.Left,
            Right = tree.Right,
            Height = tree.Height,
            LeafOrder = LeafOrder.Of(tree),
            ClusterOfLeaf = clusterOfLeaf,
            Clusters = clusters,
            LeafLabels = tree.LeafOf is null && nameOf is not null ? [.. Enumerable.Range(0, tree.LeafCount).Select(nameOf)] : null,
            LeafSizes = tree.LeafOf is null ? null : sizes,
        };
    }
}
