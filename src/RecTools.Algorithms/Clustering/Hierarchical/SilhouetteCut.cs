namespace RecTools.Algorithms;

/// <summary>Cuts a tree where nobody said into how many clusters: 2 and more are tried, and the number with the largest mean silhouette wins, of several the smallest.</summary>
internal static class SilhouetteCut
{
    /// <summary>Picks the number.</summary>
    /// <param name="points">The points.</param>
    /// <param name="tree">Their tree.</param>
    /// <param name="most">The most clusters that are tried.</param>
    /// <param name="context">Threads, seed, observer.</param>
    /// <returns>The number, and what each number that was tried gave; 1 where all points are at one place.</returns>
    public static (int ClusterCount, IReadOnlyList<ClusterCountTrial> Curve) Choose(PointMatrix points, MergeTree tree, int most, FitContext context)
    {
        var (highest, curve) = (double.NegativeInfinity, new List<ClusterCountTrial>());
        var differ = tree.Height.Max() > 0;
        var best = differ ? 2 : 1;

        // As many clusters as points have no silhouette.
        for (var count = 2; count <= most && count < tree.LeafCount && differ; count++)
        {
            var clustering = Clustering.Of(points, TreeCut.ByCount(tree, count).ToPoints(tree), count, context.Workers);
            var silhouette = Silhouette.Of(points, clustering.ClusterOf, count, context.Seed, context.Workers).Mean;
            curve.Add(new ClusterCountTrial(count, clustering.Inertia, silhouette));
            (best, highest) = silhouette > highest ? (count, silhouette) : (best, highest);
            context.Observer.Progress("Fit", count - 1, most - 1);
        }

        return (best, curve);
    }
}
