using RecTools.Algorithms;
using RecTools.Reporting;

namespace RecTools.Training;

/// <summary>Draws groups of customers to files whose names say what they show: <c>segments.svg</c> becomes <c>segments-scatter.svg</c> and so on.</summary>
internal static class ClusterPlots
{
    /// <summary>Checks a path before any work begins.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c> or <c>PlotFolderMissing</c>.</exception>
    public static void Check(string path) => PlotPath.Check(path);

    /// <summary>Draws what there is to draw.</summary>
    /// <param name="groups">The customers in their groups.</param>
    /// <param name="path">Path with the ending .svg or .png; each plot adds its kind to the name.</param>
    /// <param name="source">Where the customers come from, for the line below a plot.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="RecException">As <see cref="Check"/>, or <c>FileUnwritable</c>.</exception>
    public static IReadOnlyList<string> Draw(CustomerGroups groups, string path, string source, Workers workers)
    {
        PlotCluster[] clusters = [.. groups.Profiles.Select(cluster => new PlotCluster(cluster.ClusterId, cluster.Label, cluster.Size))];
        var files = new List<string>();
        string Named(string kind)
        {
            files.Add(Path.ChangeExtension(path, null) + "-" + kind + Path.GetExtension(path));
            return files[^1];
        }

        DrawScatter(groups, clusters, Named("scatter"), source, workers);
        DrawProfile(groups, clusters, Named("profile"), source);
        var clustering = groups.Clustering;
        if (clustering.Curve.Count > 1)
        {
            ClusterCountCurvePlot.Write(
                new ClusterCountCurveData
                {
                    Title = "How well customers fall into each number of groups",
                    Source = source,
                    ClusterCount = [.. clustering.Curve.Select(trial => trial.ClusterCount)],
                    Silhouette = [.. clustering.Curve.Select(trial => trial.Silhouette)],
                    Inertia = [.. clustering.Curve.Select(trial => trial.Inertia)],
                    Chosen = clustering.ClusterCount,
                },
                Named("curve"));
        }

        if (clustering.Tree is { LeafCount: > 1 } tree)
        {
            DrawTree(groups, tree, clusters, Named("dendrogram"), source);
        }

        return files;
    }

    private static void DrawScatter(CustomerGroups groups, PlotCluster[] clusters, string path, string source, Workers workers)
    {
        var components = PrincipalComponents.Of(groups.Points, workers);
        var plane = components.Project(groups.Points);
        double[] Axis(int axis) => axis < plane.Dimension
            ? [.. Enumerable.Range(0, plane.Count).Select(point => (double)plane[point][axis])]
            : new double[plane.Count];
        ScatterPlot.Write(
            new ScatterData
            {
                Title = "Customers on two principal components",
                Source = source,
                X = Axis(0),
                Y = Axis(1),
                ClusterOf = groups.Clustering.ClusterOf,
                Clusters = clusters,
                ShareX = components.Shares[0],
                ShareY = components.Shares.Count > 1 ? components.Shares[1] : 0,
            },
            path);
    }

    private static void DrawProfile(CustomerGroups groups, PlotCluster[] clusters, string path, string source)
    {
        var deviations = new double[clusters.Length, groups.Space.Features.Count];
        foreach (var feature in groups.Profiles.SelectMany(cluster => cluster.Features.Select((feature, place) => (feature, place))))
        {
            deviations[feature.feature.ClusterId - 1, feature.place] = feature.feature.Deviation;
        }

        ProfileHeatMapPlot.Write(
            new ProfileHeatMapData
            {
                Title = "How the groups differ from all customers",
                Source = source,
                Features = [.. groups.Space.Features.Select(feature => feature.Name)],
                Clusters = clusters,
                Deviations = deviations,
            },
            path);
    }

    private static void DrawTree(CustomerGroups groups, MergeTree tree, PlotCluster[] clusters, string path, string source)
    {
        var clusterOfLeaf = new int[tree.LeafCount];
        var sizes = new long[tree.LeafCount];
        for (var customer = 0; customer < groups.Points.Count; customer++)
        {
            var leaf = tree.LeafOf?[customer] ?? customer;
            clusterOfLeaf[leaf] = groups.Clustering.ClusterOf[customer];
            sizes[leaf]++;
        }

        DendrogramPlot.Write(
            new DendrogramData
            {
                Title = "How groups were merged",
                Source = source,
                Left = tree.Left,
                Right = tree.Right,
                Height = tree.Height,
                LeafOrder = LeafOrder.Of(tree),
                ClusterOfLeaf = clusterOfLeaf,
                Clusters = clusters,
                LeafLabels = tree.LeafOf is null ? [.. Enumerable.Range(0, tree.LeafCount).Select(groups.Table.Customers.Text)] : null,
                LeafSizes = tree.LeafOf is null ? null : sizes,
            },
            path);
    }
}
