using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>
/// Agglomerative clustering: begins with each point on its own and merges the nearest two groups until one is left. Ward, complete, average and
/// weighted linkage by chains of nearest neighbours (Murtagh 1983), single linkage by a spanning tree (Gower and Ross 1969), centroid and median
/// linkage by Müllner's generic algorithm (2011).
/// </summary>
/// <remarks>
/// Beyond <see cref="HierarchicalOptions.MaxPoints"/> points in two stages: groups by k-means first, then the tree of their means, each counting for its points.
/// What the first stage has put together is then never apart, and heights below its groups are unknown.
/// </remarks>
public sealed class Hierarchical : ClusterAlgorithm<HierarchicalOptions>
{
    /// <inheritdoc/>
    public override string Name => "Hierarchical";

    /// <inheritdoc/>
    public override string Summary => "Merges the nearest groups step by step into a tree, and cuts it into clusters by number or by height.";

    /// <inheritdoc/>
    public override Clustering Fit(PointMatrix points, HierarchicalOptions options, FitContext context)
    {
        Check(points, options);
        var tree = TreeOf(points, options, context);
        var (cut, curve) = Cut(points, tree, options, context);
        return Clustering.Of(points, cut.ToPoints(tree), cut.GroupCount, context.Workers) with { Tree = tree, Curve = curve };
    }

    /// <inheritdoc/>
    protected override HierarchicalOptions WithClusterCount(HierarchicalOptions options, int clusterCount) =>
        options with { ClusterCount = clusterCount, CutHeight = null };

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int pointCount, int dimension, HierarchicalOptions options)
    {
        const int SweepsOfFirstStage = 50;
        if (pointCount <= options.MaxPoints)
        {
            return TreeBuilder.Estimate(pointCount, dimension, options.Linkage);
        }

        var groups = GroupCount(pointCount, options);
        var tree = TreeBuilder.Estimate(groups, dimension, options.Linkage);
        return new FitEstimate(
            tree.Bytes + (pointCount * 4L * sizeof(double)),
            tree.Operations + ((double)pointCount * groups * dimension * 3 * SweepsOfFirstStage));
    }

    // One start is enough where groups are small, and need not have settled.
    private static Clustering GroupByKMeans(PointMatrix points, int groupCount, FitContext context)
    {
        const int Iterations = 20;
        var options = new KMeansOptions { ClusterCount = DistinctPoints.Count(points, groupCount), Restarts = 1, MaxIterations = Iterations };
        return new KMeans().Fit(points, options, context with { Observer = SilentObserver.Instance });
    }

    private static int GroupCount(int pointCount, HierarchicalOptions options) =>
        Math.Min(pointCount, Math.Max(options.FirstStageGroups, options.ClusterCount ?? 0));

    private static void Check(PointMatrix points, HierarchicalOptions options)
    {
        if (options is { ClusterCount: { } both, CutHeight: { } at })
        {
            throw RecException.Configuration(
                "CutTwice",
                string.Create(CultureInfo.InvariantCulture, $"The tree is to be cut into {both} clusters and at height {at}, which are two different cuts."),
                "Give ClusterCount or CutHeight, not both.", at);
        }

        var fewest = Math.Max(2, options.ClusterCount ?? 0);
        if (points.Count < fewest)
        {
            throw TooFew(points.Count, fewest, "points");
        }
    }

    private static MergeTree TreeOf(PointMatrix points, HierarchicalOptions options, FitContext context)
    {
        if (points.Count <= options.MaxPoints)
        {
            CheckMemory(points.Count, points.Dimension, options, context);
            return TreeBuilder.Build(points, null, options.Linkage, context);
        }

        var groups = GroupCount(points.Count, options);
        CheckMemory(groups, points.Dimension, options, context);
        context.Observer.Warning(string.Create(
            CultureInfo.InvariantCulture,
            $"{points.Count:N0} points are more than the {options.MaxPoints:N0} of MaxPoints: the tree is of {groups:N0} groups of points."));
        var grouped = GroupByKMeans(points, groups, context);
        var sizes = new int[grouped.ClusterCount];
        foreach (var group in grouped.ClusterOf)
        {
            sizes[group]++;
        }

        return TreeBuilder.Build(grouped.Centers, sizes, options.Linkage, context) with { LeafOf = grouped.ClusterOf };
    }

    private static (TreeCut Cut, IReadOnlyList<ClusterCountTrial> Curve) Cut(
        PointMatrix points, MergeTree tree, HierarchicalOptions options, FitContext context)
    {
        if (options.CutHeight is { } height)
        {
            return (TreeCut.ByHeight(tree, height), []);
        }

        var (count, curve) = options.ClusterCount is { } asked ? (asked, []) : SilhouetteCut.Choose(points, tree, options.MaxClusterCount, context);
        return count <= tree.LeafCount ? (TreeCut.ByCount(tree, count), curve) : throw TooFew(tree.LeafCount, count, "different groups of points");
    }

    private static void CheckMemory(int pointCount, int dimension, HierarchicalOptions options, FitContext context)
    {
        const double Gigabyte = 1 << 30;
        var estimate = TreeBuilder.Estimate(pointCount, dimension, options.Linkage);
        if (estimate.Bytes > context.MemoryLimit)
        {
            throw new RecException(
                "MemoryLimitExceeded", RecErrorKind.Limit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{options.Linkage} linkage of {pointCount:N0} points takes {estimate.Bytes / Gigabyte:0.0} GB, more than the limit of {context.MemoryLimit / Gigabyte:0.0} GB."),
                "Use Ward or Single, which need no matrix of distances, or two stages (a MaxPoints below the number of points), or raise -MemoryLimit.", pointCount);
        }
    }

    private static RecException TooFew(int count, int fewest, string what) => new(
        "TooFewPoints", RecErrorKind.Data,
        string.Create(CultureInfo.InvariantCulture, $"There are {count:N0} {what}, too few for a tree of {fewest:N0} or more."),
        "Give more rows, or a smaller ClusterCount.", count);
}
