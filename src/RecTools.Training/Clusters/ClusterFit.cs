using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads customers, finds their groups and describes them: what a recorded run and an analyst's question have in common.</summary>
/// <param name="Groups">The customers in their groups.</param>
/// <param name="Metrics">How good the groups are.</param>
/// <param name="Rows">Rows read, set aside and left out.</param>
/// <param name="InputHash">SHA-256 of the features in canonical order.</param>
/// <param name="Steps">Steps of the algorithm.</param>
internal sealed record ClusterFit(
    CustomerGroups Groups, IReadOnlyList<MetricValue> Metrics, RowTally Rows, string InputHash, IReadOnlyList<TrainingStep> Steps)
{
    /// <summary>Does it.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="run">What is at hand.</param>
    /// <exception cref="RecException">As reading and the algorithm throw.</exception>
    public static ClusterFit Make(IClusterAlgorithm algorithm, object options, RunContext run)
    {
        var (request, observer) = (run.Request, run.Observer);
        var features = request.Features ?? new FeatureRequest();
        if (features.PlotPath is { } checkedPath)
        {
            ClusterPlots.Check(checkedPath);
        }

        var (table, rows) = run.Clock.Run("Read", () => FeatureReader.Read(
            request.Source, features, request.Duplicates, request.MaxRejected, run.Database, run.Budget, observer, run.Cancellation), read => read.Rows.RowsRead);
        var space = FeatureSpace.Learn(table, features, observer);
        var raw = space.RawOf(table);
        var points = space.Place(raw);
        run.Budget.CheckFit(algorithm, options, points, run.Workers.Threads, observer);
        var recorder = new StepRecorder(observer);
        var context = new FitContext(run.Workers, request.Seed, recorder) { MemoryLimit = run.Budget.Limit };
        var clustering = run.Clock.Run("Fit", () => algorithm.Fit(points, options, context), _ => points.Count);
        var quality = run.Clock.Run("Evaluate", () => ClusterQuality.Measure(points, clustering, algorithm, options, context), _ => points.Count);
        var groups = CustomerGroups.Describe(table, space, raw, points, clustering, quality.Silhouettes, labels: null);
        if (features.PlotPath is { } path)
        {
            var files = run.Clock.Run("Plot", () => ClusterPlots.Draw(groups, path, request.Source.ToString(), run.Workers));
            observer.Verbose($"Drawn: {string.Join(", ", files)}.");
        }

        return new ClusterFit(groups, quality.Metrics, rows, FeatureReader.ComputeHash(table.Customers, space, raw), recorder.Steps);
    }
}
