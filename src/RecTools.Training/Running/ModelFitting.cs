using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Splits, fits, measures, and fits again on everything if asked to.</summary>
/// <param name="run">What is asked for and what is at hand.</param>
/// <param name="algorithm">The algorithm.</param>
/// <param name="options">Its settings.</param>
/// <param name="rules">Business rules of the lists that are measured; null for none.</param>
internal sealed class ModelFitting(RunContext run, IRecommenderAlgorithm algorithm, object options, ListRules? rules)
{
    private readonly TrainingRequest request = run.Request;

    /// <summary>A figure by which the model is compared with the trivial one on the test rows; null for no comparison.</summary>
    public QualityMetric? Against { get; init; }

    /// <summary>Does it.</summary>
    /// <exception cref="RecException"><c>HoldoutEmpty</c>, and what the algorithm throws.</exception>
    public FittedModel Fit(TrainingData data)
    {
        if (request.Split.Kind == SplitKind.None)
        {
            return Fit("Fit", data.Train, data.Train.Matrix);
        }

        var (train, test) = run.Clock.Run("Split", () => HeldBack.Cut(data, request.Split, request.Seed));
        if (test.EntryCount == 0 && algorithm.WantsBaskets)
        {
            // Rules are worth having even where baskets are too small to hold anything back.
            run.Observer.Warning($"The split {request.Split.Kind} left no rows to measure on, so nothing was measured.");
            return Fit("Fit", data.Train, data.Train.Matrix);
        }

        if (test.EntryCount == 0)
        {
            throw HeldBack.Empty(request.Split.Kind);
        }

        var measured = Fit("Fit", data.Train.With(train), train);
        var metrics = run.Clock.Run("Evaluate", () => Measure(measured.Recommender, train, test, rules?.WithLikeness(data.Train, train, run.Workers)), _ => test.EntryCount);

        var compared = Against is { } metric
            ? run.Clock.Run("Compare", () => new BaselineTest(run, metric).Compare(algorithm.Name, measured.Recommender, data.Train.With(train), train, test))
            : [];

        // A given test source is never learned from; users and items that only it has do not belong into the model.
        var everything = data.Train.Compact();
        var isFinal = !request.Publish || (request.Split.Kind == SplitKind.Given ? ReferenceEquals(everything, data.Train) : !request.Refit);
        var final = isFinal || run.Stop.EndEarly.IsCancellationRequested ? measured : Fit("Refit", everything, everything.Matrix);
        return final with { Metrics = [.. metrics, .. final.Metrics, .. compared] };
    }

    // What rules cost in accuracy shows beside what the model could do without them.
    private IReadOnlyList<MetricValue> Measure(IRecommender model, SparseMatrix train, SparseMatrix test, ListRules? shown)
    {
        var evaluation = new EvaluationOptions { Split = HeldBack.NameOf(request.Split.Kind) };
        var plain = Evaluator.Evaluate(model, train, test, request.K, evaluation with { Lists = new ListRules { Likeness = shown?.Likeness } }, run.Workers, request.Seed);
        return shown is null ? plain
            : [.. plain, .. Evaluator.EvaluateLists(model, train, test, request.K, evaluation with { Split = MetricValue.AsShown, Lists = shown }, run.Workers, request.Seed)];
    }

    private FittedModel Fit(string stage, Interactions source, SparseMatrix matrix) => run.Clock.Run(stage, () =>
    {
        var recorder = new StepRecorder(run.Observer);
        var context = new FitContext(run.Workers, request.Seed, recorder)
        {
            Side = source.SideFor(matrix),
            MemoryLimit = run.Budget.Limit,
            EndEarly = run.Stop.EndEarly,
        };
        try
        {
            var model = run.Stop.Fit(() => algorithm.Fit(matrix, options, context));
            return new FittedModel(model, source, [.. FactsOf(model), .. EarlyEnd(recorder)], recorder.Steps);
        }
        catch (TrainingDivergedException diverged) when (diverged.LastGood is { } kept)
        {
            throw run.KeepAside(new StoredModel(algorithm, run.OptionsJson, source, kept) { Source = request.Source, Duplicates = request.Duplicates }, diverged);
        }
    }, _ => matrix.EntryCount);

    // What the model tells of itself stands beside what was measured.
    private static IEnumerable<MetricValue> FactsOf(IRecommender model) =>
        ((model as IFitFacts)?.Facts ?? []).Select(fact => new MetricValue("Model", fact.Name, null, fact.Value, null, null));

    private MetricValue[] EarlyEnd(StepRecorder recorder)
    {
        if (!run.Stop.EndEarly.IsCancellationRequested)
        {
            return [];
        }

        run.Observer.Warning(string.Create(
            CultureInfo.InvariantCulture, $"Training was ended by hand after {recorder.Steps.Count} step(s); the best it had goes on, and is not fitted again on all rows."));
        return [new MetricValue("Model", "EndedAfterStep", null, recorder.Steps.Count, null, null)];
    }
}
