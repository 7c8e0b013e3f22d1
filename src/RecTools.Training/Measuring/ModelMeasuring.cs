using System.Diagnostics;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Fits models on the same rows and measures them on the same rows.</summary>
/// <param name="run">What is asked for and what is at hand.</param>
/// <param name="rows">The rows.</param>
/// <param name="options">What counts as relevant, how lists are put together, what the figures are called.</param>
internal sealed class ModelMeasuring(MeasuringContext run, MeasuredRows rows, EvaluationOptions options)
{
    private readonly TrainingRequest request = run.Request;

    /// <summary>Groups of users to give figures for, with what they are called together.</summary>
    public IReadOnlyList<(string Name, UserGroups Groups)> Segments { get; init; } = [];

    /// <summary>Business rules whose lists are measured beside those without rules; null for none.</summary>
    public ListRules? Shown { get; init; }

    /// <summary>Fits a model.</summary>
    /// <param name="contender">The algorithm and its settings.</param>
    /// <param name="on">The rows.</param>
    /// <exception cref="RecException"><c>MemoryLimitExceeded</c>, <c>ValueColumnNeeded</c>, and what the algorithm throws.</exception>
    public MeasuredFit Fit(Contender contender, MeasuredRows on)
    {
        var algorithm = contender.Algorithm;
        Check(algorithm, contender.Options, on.All);
        var settings = HybridPartReader.Resolve(contender.Options, run.Database, on.All);
        run.Budget.CheckFit(algorithm, settings, on.Train, run.Workers.Threads, run.Observer);
        var recorder = new StepRecorder(run.Observer);
        var context = new FitContext(run.Workers, request.Seed, recorder) { Side = on.All.SideFor(on.Train), MemoryLimit = run.Budget.Limit };
        run.Observer.Progress("Fit", 0, 0);
        using var memory = new MemorySampler();
        var started = Stopwatch.GetTimestamp();
        var model = algorithm.Fit(on.Train, settings, context);
        return new MeasuredFit(model, recorder.Steps, Stopwatch.GetElapsedTime(started), memory.PeakBytes);
    }

    /// <summary>Measures a model.</summary>
    /// <param name="contender">What it is.</param>
    /// <param name="fit">The model, fitted on the rows learned from.</param>
    public MeasuredModel Measure(Contender contender, MeasuredFit fit)
    {
        run.Observer.Progress("Evaluate", 0, 0);
        var started = Stopwatch.GetTimestamp();
        var evaluation = Evaluator.Measure(fit.Model, rows.Train, rows.Test, request.K, options, run.Workers, request.Seed);
        var scoreTime = Stopwatch.GetElapsedTime(started);
        MetricValue[] shown = Shown is null ? []
            : [.. Evaluator.EvaluateLists(fit.Model, rows.Train, rows.Test, request.K, options with { Split = MetricValue.AsShown, Lists = Shown }, run.Workers, request.Seed)];
        return new MeasuredModel(
            new ModelMeasurement
            {
                Name = contender.Name,
                Algorithm = contender.Algorithm.Name,
                Options = OptionBinder.ToDictionary(contender.Options),
                Split = rows.Split,
                K = request.K,
                TrainRows = rows.Train.EntryCount,
                TestRows = rows.Test.EntryCount,
                UsersMeasured = evaluation.Lists.Users.Length,
                Metrics = [.. evaluation.Metrics, .. shown],
                Segments = [.. Segments.SelectMany(segment => SegmentFigures.Of(evaluation, segment.Name, segment.Groups, options, run.Workers, request.Seed))],
                Calibration = evaluation.Calibration,
                LongTail = evaluation.LongTail,
                Steps = [.. fit.Steps],
                Data = rows.Summary,
                Samples = SamplesOf(contender, fit.Model, evaluation.Lists.Users),
                FitTime = fit.Time,
                ScoreTime = scoreTime,
                PeakBytes = fit.PeakBytes,
                ModelBytes = ByteCounter.Count(fit.Model.Save),
            },
            evaluation);
    }

    /// <summary>The figures of an algorithm on the same rows cut by time.</summary>
    /// <param name="contender">The algorithm and its settings.</param>
    public MetricValue[] MeasureByTime(Contender contender)
    {
        var later = rows.ByTime();
        var fit = Fit(contender, later);
        var named = options with { Split = nameof(SplitKind.Time) };
        return [.. Evaluator.Evaluate(fit.Model, later.Train, later.Test, request.K, named, run.Workers, request.Seed)];
    }

    // Where several algorithms share the rows, some may need what these do not have.
    private static void Check(IRecommenderAlgorithm algorithm, object options, Interactions data)
    {
        RequestChecker.Require(
            data.HasValues || algorithm.FeedbackOf(options, data.Feedback) == FeedbackKind.Implicit, "ValueColumnNeeded",
            $"{algorithm.Name} learns from ratings, and the rows have none.", "Name the column with -ValueColumn, or leave the algorithm out.", algorithm.Name);
        RequestChecker.Require(
            data.ItemFeatures is not null || algorithm.Features != FeatureUse.Required, "ItemFeaturesNeeded",
            $"{algorithm.Name} recommends by what describes the items, and nothing does.",
            "Name a table with one row for each item with -ItemTable, -ItemQuery or -ItemPath.", algorithm.Name);
    }

    private Recommendation[] SamplesOf(Contender contender, IRecommender model, int[] users)
    {
        var server = new ListServer(
            new StoredModel(contender.Algorithm, "{}", rows.Learned, model), contender.Name, (Shown ?? options.Lists) with { Seen = rows.Learned.Matrix }, run.Workers);
        return SampleLists.Of(server, rows.Learned, users);
    }
}
