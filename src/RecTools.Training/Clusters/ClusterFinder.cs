using RecTools.Data;

namespace RecTools.Training;

/// <summary>Finds groups of customers for an analyst: read, group, describe, hand out; nothing is written but plots.</summary>
public sealed class ClusterFinder
{
    private readonly ClusterFit fit;

    private ClusterFinder(ClusterFit fit) => this.fit = fit;

    /// <summary>Reads the customers of a request and groups them.</summary>
    /// <param name="request">What to read, and the settings.</param>
    /// <param name="connection">Where tables are; may be null for a file or objects.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException">As for a training run.</exception>
    public static ClusterFinder Find(ClusterRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        RequestChecker.CheckSource(request.Source, "-Table, -Query, -Path or -InputObject");
        FeatureRequestChecker.Check(request.Features);
        var algorithm = RequestChecker.FindClusterAlgorithm(request.Algorithm);
        var options = OptionBinder.Bind(algorithm, request.Options);
        var training = new TrainingRequest
        {
            Algorithm = request.Algorithm,
            ModelName = "",
            Source = request.Source,
            Features = request.Features,
            Duplicates = request.Duplicates,
            MaxRejected = request.MaxRejected,
            Seed = request.Seed,
        };
        using var database = QuerySource.Open(connection, request.QueryParameters, observer);
        using var stop = new StopRequest(CancelAction.Discard, cancellation);
        var context = new RunContext(
            training, "", database, new MemoryBudget(request.MemoryLimit), new Algorithms.Workers(request.Threads, stop.Cancellation), stop, new StageClock(observer), observer);
        var fit = ClusterFit.Make(algorithm, options, context);
        return new ClusterFinder(fit)
        {
            Summary = $"{fit.Rows.RowsRead:N0} rows of {request.Source}: {fit.Rows.Rejected.Count:N0} set aside, {fit.Rows.LeftOut.Count:N0} left out; "
                + $"{fit.Groups.Points.Count:N0} customers with {fit.Groups.Points.Dimension:N0} features in {fit.Groups.Clustering.ClusterCount:N0} groups.",
        };
    }

    /// <summary>What was read and found, in one line.</summary>
    public string Summary { get; private init; } = "";

    /// <summary>The groups, the largest first.</summary>
    public IReadOnlyList<Cluster> Clusters => fit.Groups.Profiles;

    /// <summary>What the groups are like, group by group.</summary>
    public IEnumerable<ClusterFeature> Features => Clusters.SelectMany(cluster => cluster.Features);

    /// <summary>The customers, in the order of their ids.</summary>
    public IEnumerable<ClusterMember> Members => Enumerable.Range(0, fit.Groups.Points.Count).Select(customer =>
    {
        var cluster = fit.Groups.Clustering.ClusterOf[customer];
        return new ClusterMember(fit.Groups.Table.Customers[customer], cluster + 1, fit.Groups.DistanceOf(customer), Clusters[cluster].Label);
    });

    /// <summary>How groups were merged; empty where the algorithm does not merge.</summary>
    public IReadOnlyList<ClusterMerge> Merges => fit.Groups.Clustering.Tree is { } tree ? ClusterMerges.Of(tree) : [];

    /// <summary>What each number of clusters gave that was tried; empty where the number was given.</summary>
    public IEnumerable<ClusterCurvePoint> Curve =>
        fit.Groups.Clustering.Curve.Select(trial => new ClusterCurvePoint(trial.ClusterCount, trial.Inertia, trial.Silhouette));

    /// <summary>How good the groups are.</summary>
    public IReadOnlyList<MetricValue> Metrics => fit.Metrics;
}
