using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Groups of customers: who they are, how far apart they are, and how they were found.</summary>
internal static class ClusterBlocks
{
    private const int MostPoints = 400;
    private const int MostMerges = 60;

    /// <summary>The groups and what they are like.</summary>
    /// <param name="clusters">The groups, the largest first.</param>
    /// <param name="source">Where the customers come from, in words; null where that is not known.</param>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<Cluster> clusters, string? source)
    {
        if (clusters.Count == 0)
        {
            yield break;
        }

        var items = clusters.Any(cluster => cluster.TopItems.Length > 0);
        yield return new TableBlock(
            "Groups",
            [
                new("cluster", "Group", CellFormat.Count), new("label", "What it is like"), new("size", "Customers", CellFormat.Count), new("share", "Share", CellFormat.Percent),
                new("silhouette", "Silhouette", CellFormat.Score), new("distance", "Distance to the middle", CellFormat.Number),
                .. Optional.When(items, new ReportColumn("topItems", "Bought more than by others")),
            ],
            [.. clusters.Select(object?[] (cluster) =>
            [
                cluster.ClusterId, cluster.Label, cluster.Size, cluster.Share, cluster.Silhouette, cluster.MeanDistance, .. Optional.When<object?>(items, cluster.TopItemsText),
            ])])
        {
            Note = "Silhouette: how much nearer customers are to their own group than to the next, from -1 to 1.",
        };
        if (clusters[0].Features.Length > 0)
        {
            yield return new FigureBlock(ClusterPlotData.Profile(clusters, source), Profile(clusters));
        }
    }

    /// <summary>The customers in the plane in which they spread most.</summary>
    public static FigureBlock Scatter(CustomerGroups groups, string source, Workers workers)
    {
        var data = ClusterPlotData.Scatter(groups, source, workers);
        var shown = Enumerable.Range(0, Math.Min(MostPoints, data.X.Length));
        return new FigureBlock(data, new TableBlock(
            "Customers in the plane",
            [new("customer", "Customer"), new("cluster", "Group", CellFormat.Count), new("x", "Component 1", CellFormat.Number), new("y", "Component 2", CellFormat.Number)],
            [.. shown.Select(customer => new object?[] { groups.Table.Customers[customer], data.ClusterOf[customer] + 1, data.X[customer], data.Y[customer] })])
        {
            Note = data.X.Length > MostPoints ? FormattableString.Invariant($"The first {MostPoints:N0} of {data.X.Length:N0} customers.") : null,
        });
    }

    /// <summary>How groups were merged; null where there are no merges.</summary>
    /// <param name="tree">The merges.</param>
    /// <param name="clusterOf">The group of each customer that the tree was made of.</param>
    /// <param name="clusters">The groups.</param>
    /// <param name="nameOf">What a customer is called; null where that is not known.</param>
    /// <param name="source">Where the customers come from, in words.</param>
    public static FigureBlock? Tree(MergeTree tree, int[] clusterOf, PlotCluster[] clusters, Func<int, string>? nameOf, string? source)
    {
        if (tree.LeafCount < 2)
        {
            return null;
        }

        var merges = ClusterMerges.Of(tree);
        return new FigureBlock(ClusterPlotData.Tree(tree, clusterOf, clusters, nameOf, source), new TableBlock(
            "The last merges",
            [new("step", "Step", CellFormat.Count), new("left", "A group", CellFormat.Count), new("right", "And another", CellFormat.Count), new("height", "Distance", CellFormat.Number), new("size", "Customers", CellFormat.Count)],
            [.. merges.Reverse().Take(MostMerges).Select(merge => new object?[] { merge.Step, merge.LeftId, merge.RightId, merge.Height, merge.Size })])
        {
            Note = FormattableString.Invariant($"Groups up to {tree.LeafCount:N0} are leaves; the group of step s has the number {tree.LeafCount:N0} + s."),
        });
    }

    /// <summary>What each number of groups gave that was tried; null where the number was given.</summary>
    public static FigureBlock? Curve(IReadOnlyList<MetricValue> metrics)
    {
        double? Of(string name, int? count) => metrics.FirstOrDefault(metric => metric.Split == "Curve" && metric.Name == name && metric.K == count)?.Value;
        ClusterCountTrial[] curve =
        [
            .. metrics.Where(metric => metric is { Split: "Curve", Name: "Inertia", K: not null }).OrderBy(metric => metric.K)
                .Select(metric => new ClusterCountTrial(metric.K!.Value, metric.Value, Of("Silhouette", metric.K) ?? double.NaN)),
        ];
        var chosen = (int?)metrics.FirstOrDefault(metric => metric is { Split: "Model", Name: "Clusters" })?.Value;
        return curve.Length < 2 || !curve.Any(trial => trial.ClusterCount == chosen) ? null : new FigureBlock(
            ClusterPlotData.Curve(curve, chosen!.Value, source: null),
            new TableBlock(
                "Numbers of groups that were tried",
                [new("clusters", "Groups", CellFormat.Count), new("silhouette", "Silhouette", CellFormat.Score), new("inertia", "Inertia", CellFormat.Number)],
                [.. curve.Select(trial => new object?[] { trial.ClusterCount, trial.Silhouette, trial.Inertia })]));
    }

    private static TableBlock Profile(IReadOnlyList<Cluster> clusters) => new(
        "What the groups are like",
        [
            new("cluster", "Group", CellFormat.Count), new("feature", "Feature"), new("mean", "Mean", CellFormat.Number), new("lowerQuartile", "A quarter below", CellFormat.Number),
            new("median", "Half below", CellFormat.Number), new("upperQuartile", "Three quarters below", CellFormat.Number), new("overallMean", "Mean of all", CellFormat.Number),
            new("deviation", "Standard deviations from all", CellFormat.Difference),
        ],
        [.. clusters.SelectMany(cluster => cluster.Features).Select(feature => new object?[]
        {
            feature.ClusterId, feature.Feature, feature.Mean, feature.LowerQuartile, feature.Median, feature.UpperQuartile, feature.OverallMean, feature.Deviation,
        })]);
}
