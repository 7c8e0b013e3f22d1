using RecTools.Algorithms;
using RecTools.Data;
using RecTools.Reporting;

namespace RecTools.Training;

/// <summary>Writes reports of what the other cmdlets give, and of what the database knows.</summary>
public static class ReportWriter
{
    /// <summary>Writes a report.</summary>
    /// <param name="request">Of what, and where to.</param>
    /// <param name="connection">Where models and runs are; null where the objects say all.</param>
    /// <param name="observer">Hears warnings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException">
    /// <c>FileExists</c>, <c>FileReadOnly</c>, <c>FileUnwritable</c>, <c>ReportInputUnknown</c>, <c>ReportInputMixed</c>, <c>ReportInputMissing</c>, <c>NotConnected</c>, <c>RunNotFound</c>,
    /// and what reading a stored model throws.
    /// </exception>
    public static void Write(ReportRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        WholeFile.RequireFree(request.Path, request.Overwrite);
        if (!request.Force && File.Exists(request.Path) && File.GetAttributes(request.Path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new RecException("FileReadOnly", RecErrorKind.Access, $"The file '{request.Path}' is marked as read-only.", "Give another -Path, or -Force to replace it.", request.Path);
        }

        var report = ReportOf(request, new ReportSource(connection, observer, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (request.Force && File.Exists(request.Path))
        {
            File.SetAttributes(request.Path, File.GetAttributes(request.Path) & ~FileAttributes.ReadOnly);
        }

        ReportFile.Write(request.Title is null ? report : report with { Title = request.Title }, request.Path, request.Format);
    }

    private static Report ReportOf(ReportRequest request, ReportSource source) => request.Objects switch
    {
        [] when request.ModelName is not null => source.OfModel(request.ModelName, request.RunId),
        [] when request.RunId is { } runId => source.OfRun(runId, result: null),
        [] => throw RecException.Configuration("ReportInputMissing", "There is nothing to report on.", "Give a result by the pipeline, or -ModelName or -RunId."),
        [ModelMeasurement measurement] => MeasurementReport.Of(measurement),
        [ModelComparison comparison] => ComparisonReport.Of(comparison),
        [SearchResult search] => SearchReport.Of(search),
        [TrainingResult result] => source.OfResult(result),
        [RunInfo run] => source.OfRun(run),
        [ModelInfo model] => source.OfModel(model.Name, model.RunId),
        var objects when objects.All(one => one is LeaderboardEntry) => OfEntries([.. objects.Cast<LeaderboardEntry>()]),
        var objects when objects.All(one => one is AssociationRule) => FoundReport.Of([.. objects.Cast<AssociationRule>()]),
        var objects when objects.All(one => one is Cluster) => FoundReport.Of([.. objects.Cast<Cluster>()]),
        var objects => throw Unfit(objects),
    };

    private static Report OfEntries(LeaderboardEntry[] entries)
    {
        ModelComparison[] comparisons = [.. entries.Select(entry => entry.Comparison).OfType<ModelComparison>().Distinct()];
        return comparisons switch
        {
            [var comparison] => ComparisonReport.Of(comparison with
            {
                // Where somebody has filtered the leaderboard, he wants to see what he kept.
                Entries = [.. comparison.Entries.Where(entry => entries.Any(kept => kept.Rank == entry.Rank && kept.Name == entry.Name))],
            }),
            [] => throw RecException.Configuration(
                "ReportInputUnknown", $"The entry '{entries[0].Name}' of a leaderboard does not know its comparison.", "Give what Compare-RecModel wrote to the pipeline, in the same session.", entries[0].Name),
            _ => throw RecException.Configuration(
                "ReportInputMixed", $"The entries are of {comparisons.Length} comparisons, and a report is of one.", "Write a report for each.", comparisons.Length),
        };
    }

    private static RecException Unfit(IReadOnlyList<object> objects)
    {
        string[] known =
        [
            nameof(TrainingResult), nameof(ModelMeasurement), nameof(ModelComparison), nameof(LeaderboardEntry), nameof(SearchResult), nameof(RunInfo), nameof(ModelInfo), nameof(AssociationRule),
            nameof(Cluster),
        ];
        return objects.FirstOrDefault(one => !known.Contains(one.GetType().Name)) is { } stranger
            ? RecException.Configuration(
                "ReportInputUnknown", $"There is no report of a {stranger.GetType().Name}.",
                "Give what Invoke-RecTraining, Measure-RecModel, Compare-RecModel, Optimize-RecModel, Get-RecRun, Get-RecModel, Find-RecAssociationRule or Find-RecCluster gives.", stranger)
            : RecException.Configuration(
                "ReportInputMixed", FormattableString.Invariant($"{objects.Count:N0} objects came, the first a {objects[0].GetType().Name}, and a report is of one thing."),
                "Write a report for each, with a -Path of its own.", objects[0]);
    }
}
