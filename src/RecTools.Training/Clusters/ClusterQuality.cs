using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>How good groups are, in figures.</summary>
/// <param name="Metrics">The figures by name.</param>
/// <param name="Silhouettes">Mean silhouette of each group.</param>
internal sealed record ClusterQuality(IReadOnlyList<MetricValue> Metrics, double[] Silhouettes)
{
    private const string Model = "Model";
    private const int Resamples = 10;
    private const double ResampledShare = 0.8;

    // Beyond this, more customers make a resample slower but hardly tell more.
    private const int MostResampled = 5_000;

    /// <summary>Measures groups.</summary>
    /// <param name="points">The points.</param>
    /// <param name="clustering">The groups.</param>
    /// <param name="algorithm">The algorithm that found them.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="context">Threads and seed.</param>
    public static ClusterQuality Measure(PointMatrix points, Clustering clustering, IClusterAlgorithm algorithm, object options, FitContext context)
    {
        var silhouette = Silhouette.Of(points, clustering.ClusterOf, clustering.ClusterCount, context.Seed, context.Workers);
        var metrics = new List<MetricValue> { Value("Clusters", clustering.ClusterCount), Value("Inertia", clustering.Inertia) };
        if (clustering.ClusterCount > 1)
        {
            metrics.Add(Value("Silhouette", silhouette.Mean));
            metrics.Add(Value("CalinskiHarabasz", CalinskiHarabasz.Of(points, clustering)));
            metrics.Add(Value("DaviesBouldin", DaviesBouldin.Of(points, clustering)));
            metrics.Add(Stability(points, clustering, algorithm, options, context));
        }

        if (!silhouette.IsExact)
        {
            metrics.Add(Value("SilhouetteSample", silhouette.PointCount));
            context.Observer.Verbose($"Silhouettes are those of a sample of {silhouette.PointCount:N0} of the {points.Count:N0} customers.");
        }

        if (clustering.Tree is { } tree)
        {
            metrics.Add(Value("CopheneticCorrelation", CopheneticCorrelation.Of(points, tree, context).Value));
        }

        foreach (var trial in clustering.Curve)
        {
            metrics.Add(new MetricValue("Curve", "Inertia", trial.ClusterCount, trial.Inertia, null, null));
            metrics.Add(new MetricValue("Curve", "Silhouette", trial.ClusterCount, trial.Silhouette, null, null));
        }

        return new ClusterQuality([.. metrics.Where(metric => double.IsFinite(metric.Value))], silhouette.OfCluster);
    }

    private static MetricValue Stability(PointMatrix points, Clustering clustering, IClusterAlgorithm algorithm, object options, FitContext context)
    {
        var share = Math.Min(ResampledShare, (double)MostResampled / points.Count);
        var again = algorithm.WithClusterCount(options, clustering.ClusterCount);
        var quiet = context with { Observer = SilentObserver.Instance };
        int[] Cluster(PointMatrix sample, long seed) => algorithm.Fit(sample, again, quiet with { Seed = seed }).ClusterOf;
        try
        {
            return Value("Stability", ClusterStability.Of(points, clustering.ClusterOf, Cluster, context.Seed, context.Workers, Resamples, share).Average());
        }
        catch (RecException error) when (error.Kind == RecErrorKind.Data)
        {
            // A part of few customers may not have as many different ones as there are groups.
            context.Observer.Verbose($"Stability was not measured: in a part of the customers, {error.Message}");
            return Value("Stability", double.NaN);
        }
    }

    private static MetricValue Value(string name, double value) => new(Model, name, null, value, null, null);
}
