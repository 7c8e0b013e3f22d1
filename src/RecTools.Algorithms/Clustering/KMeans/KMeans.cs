using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>
/// Groups points around as many centers so that the sum of the squared distances to the nearest center is small: k-means++ starts (Arthur and
/// Vassilvitskii 2007), then Lloyd's iterations (1982), exact and the same whatever way they are done; small samples for very large data (Sculley 2010).
/// </summary>
/// <remarks>
/// A cluster that loses all its points gets the point that is farthest from its own center. Of equally near centers a point goes to the first.
/// </remarks>
public sealed class KMeans : ClusterAlgorithm<KMeansOptions>
{
    internal const string AlgorithmName = "KMeans";

    // A result must be better by more than what summing rounds off.
    private const double Better = 1 - 1e-10;
    private const double MiniBatchWork = 4e9;

    // Minima are often nearer to each other than the usual tolerance: small data are worth the way to the end.
    private const double ThoroughWork = 1e7;
    private const double UsualTolerance = 1e-4;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Finds groups of customers that are near each other, around as many centers as asked for.";

    /// <inheritdoc/>
    /// <exception cref="RecException"><c>TooFewPoints</c>: no points, or fewer than clusters. <c>TooFewDistinctPoints</c>: fewer different ones.
    /// <c>BadClusterCount</c>: fewer than one cluster.</exception>
    public override Clustering Fit(PointMatrix points, KMeansOptions options, FitContext context)
    {
        if (options.ClusterCount is { } clusterCount)
        {
            Check(points, clusterCount);
            var blocks = new PointBlocks(points, CenteredSpace.Of(points, context.Workers), context.Workers);
            var (clustering, steps) = Fit(blocks, clusterCount, options, context, restart => context.Observer.Progress("Fit", restart, options.Restarts));
            Tell(steps, context.Observer);
            return clustering;
        }

        return ClusterCountSearch.Find(points, options, context);
    }

    /// <summary>Makes a given number of clusters.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="clusterCount">Number of clusters, at most as many as different points.</param>
    /// <param name="options">The settings.</param>
    /// <param name="context">Threads, seed, observer.</param>
    /// <param name="progress">Hears of each start that is done.</param>
    /// <returns>The best clustering and the iterations that led to it.</returns>
    internal static (Clustering Clustering, IReadOnlyList<TrainingStep> Steps) Fit(
        PointBlocks blocks, int clusterCount, KMeansOptions options, FitContext context, Action<int> progress)
    {
        var points = blocks.Points;
        var tolerance = ToleranceOf(points.Count, points.Dimension, clusterCount, options) * blocks.Space.Spread / ((double)points.Count * points.Dimension);
        LloydRun? best = null;
        for (var restart = 0; restart < options.Restarts; restart++)
        {
            var run = Descend(blocks, clusterCount, options, tolerance, new SeededRandom(context.Seed, (ulong)restart), context.Workers);
            best = best is null || run.Inertia < best.Inertia * Better ? run : best;
            progress(restart + 1);
        }

        if (!UsesMiniBatches(points.Count, points.Dimension, clusterCount, options))
        {
            best!.Continue(options.MaxIterations, 0);
            if (!best.HasSettled)
            {
                context.Observer.Warning(string.Create(CultureInfo.InvariantCulture,
                    $"k-means with {clusterCount} clusters had not settled after {options.MaxIterations} iterations; raise MaxIterations."));
            }
        }

        return (Clustering.Of(points, best!.ClusterOf, clusterCount, context.Workers), best.Steps);
    }

    /// <summary>Passes the iterations of the result on.</summary>
    internal static void Tell(IEnumerable<TrainingStep> steps, IRunObserver observer)
    {
        foreach (var step in steps)
        {
            observer.Step(step);
        }
    }

    /// <summary>Refuses what cannot be done.</summary>
    internal static void Check(PointMatrix points, int clusterCount)
    {
        if (clusterCount < 1)
        {
            throw RecException.Configuration("BadClusterCount", $"{clusterCount} clusters cannot be made.", "Ask for at least one cluster, or for Auto.", clusterCount);
        }

        if (points.Count < clusterCount)
        {
            throw new RecException("TooFewPoints", RecErrorKind.Data, $"{points.Count} points cannot make {clusterCount} clusters.",
                points.Count == 0 ? "Give data with at least one usable row." : $"Ask for at most {points.Count} clusters, or give more rows.", clusterCount);
        }

        var distinct = DistinctPoints.Count(points, clusterCount);
        if (distinct < clusterCount)
        {
            throw new RecException("TooFewDistinctPoints", RecErrorKind.Data,
                $"{points.Count} points of which only {distinct} differ cannot make {clusterCount} clusters.",
                $"Ask for at most {distinct} clusters, or add features that tell the points apart.", clusterCount);
        }
    }

    /// <inheritdoc/>
    protected override KMeansOptions WithClusterCount(KMeansOptions options, int clusterCount) => options with { ClusterCount = clusterCount };

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int pointCount, int dimension, KMeansOptions options)
    {
        const int UsualIterations = 60;
        var most = options.ClusterCount ?? options.MaxClusterCount;
        double counts = options.ClusterCount ?? (options.MaxClusterCount * (options.MaxClusterCount + 1.0) / 2);
        var iterations = options.Restarts * Math.Min(UsualIterations, options.MaxIterations);

        // The copy in blocks; two descents' clusters and bounds; sums of the pieces, which are at most as long as the points.
        var bytes = ((double)pointCount * dimension * sizeof(float)) + (pointCount * 40.0) + (16.0 * most * dimension * sizeof(double))
            + (2 * Math.Min((double)pointCount, 256.0 * most) * dimension * sizeof(double));
        return new FitEstimate((long)Math.Min(bytes, long.MaxValue / 2), 2.0 * pointCount * dimension * counts * iterations);
    }

    private static LloydRun Descend(
        PointBlocks blocks, int clusterCount, KMeansOptions options, double tolerance, SeededRandom random, Workers workers)
    {
        var isSampled = UsesMiniBatches(blocks.Points.Count, blocks.Points.Dimension, clusterCount, options);
        var starts = isSampled
            ? MiniBatchRun.Centers(blocks, clusterCount, options, random, workers)
            : PlusPlusStarts.Draw(blocks, clusterCount, random, workers);
        var run = new LloydRun(blocks, starts, isSampled ? KMeansMethod.Lloyd : options.Method, workers);
        run.Continue(isSampled ? 1 : options.MaxIterations, tolerance);
        return run;
    }

    private static double ToleranceOf(int count, int dimension, int clusterCount, KMeansOptions options) =>
        options.Tolerance ?? ((double)count * dimension * clusterCount <= ThoroughWork ? 0 : UsualTolerance);

    private static bool UsesMiniBatches(int count, int dimension, int clusterCount, KMeansOptions options) =>
        options.MiniBatch == MiniBatchUse.Always
        || (options.MiniBatch == MiniBatchUse.Auto && (double)count * dimension * clusterCount > MiniBatchWork);
}
