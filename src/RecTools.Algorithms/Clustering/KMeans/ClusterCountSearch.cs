namespace RecTools.Algorithms;

/// <summary>Picks the number of clusters: 2 and more are tried, and the one with the largest mean silhouette wins (Rousseeuw 1987), of several the smallest.</summary>
internal static class ClusterCountSearch
{
    /// <summary>Makes the clusters of the best number, with the whole curve.</summary>
    public static Clustering Find(PointMatrix points, KMeansOptions options, FitContext context)
    {
        // As many clusters as points have no silhouette.
        KMeans.Check(points, 2);
        var most = Math.Max(2, Math.Min(Math.Min(options.MaxClusterCount, points.Count - 1), DistinctPoints.Count(points, options.MaxClusterCount)));
        var blocks = new PointBlocks(points, CenteredSpace.Of(points, context.Workers), context.Workers);
        var (best, steps, highest, curve) = (default(Clustering), default(IReadOnlyList<TrainingStep>), double.NegativeInfinity, new List<ClusterCountTrial>());
        for (var clusterCount = 2; clusterCount <= most; clusterCount++)
        {
            var before = (clusterCount - 2) * options.Restarts;
            var (trial, itsSteps) = KMeans.Fit(blocks, clusterCount, options, context,
                restart => context.Observer.Progress("Fit", before + restart, (most - 1) * options.Restarts));
            var silhouette = Silhouette.Of(points, trial.ClusterOf, clusterCount, context.Seed, context.Workers).Mean;
            curve.Add(new ClusterCountTrial(clusterCount, trial.Inertia, silhouette));
            (best, steps, highest) = silhouette > highest ? (trial, itsSteps, silhouette) : (best, steps, highest);
        }

        KMeans.Tell(steps!, context.Observer);
        return best! with { Curve = curve };
    }
}
