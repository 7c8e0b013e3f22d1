using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A model fitted for one run, what it was fitted on, and how good it was on rows it had not seen.</summary>
/// <param name="Recommender">The model to publish.</param>
/// <param name="Data">The rows it was fitted on.</param>
/// <param name="Metrics">Qualities measured on the holdout.</param>
/// <param name="Steps">Steps of its training loop.</param>
internal sealed record FittedModel(IRecommender Recommender, Interactions Data, IReadOnlyList<MetricValue> Metrics, IReadOnlyList<TrainingStep> Steps)
{
    /// <summary>Splits, fits, measures, and fits again on everything if asked to.</summary>
    public static FittedModel Fit(
        TrainingRequest request, IRecommenderAlgorithm algorithm, object options, TrainingData data, ListRules? rules, Workers workers, long memoryLimit, StageClock clock, IRunObserver observer)
    {
        // What rules cost in accuracy shows beside what the model could do without them.
        IReadOnlyList<MetricValue> Measure(IRecommender model, SparseMatrix train, SparseMatrix test, ListRules? shown)
        {
            var options = new EvaluationOptions { Split = request.Split.Kind == SplitKind.Given ? "Test" : "Holdout" };
            var plain = Evaluator.Evaluate(model, train, test, request.K, options with { Lists = new ListRules { Likeness = shown?.Likeness } }, workers, request.Seed);
            return shown is null ? plain
                : [.. plain, .. Evaluator.EvaluateLists(model, train, test, request.K, options with { Split = MetricValue.AsShown, Lists = shown }, workers, request.Seed)];
        }

        (IRecommender Model, IReadOnlyList<TrainingStep> Steps) FitOn(string stage, Interactions source, SparseMatrix matrix) => clock.Run(stage, () =>
        {
            var recorder = new StepRecorder(observer);
            var context = new FitContext(workers, request.Seed, recorder) { Side = source.SideFor(matrix), MemoryLimit = memoryLimit };
            return (algorithm.Fit(matrix, options, context), recorder.Steps);
        });

        if (request.Split.Kind == SplitKind.None)
        {
            var only = FitOn("Fit", data.Train, data.Train.Matrix);
            return Of(only.Model, data.Train, [], only.Steps);
        }

        var (train, test) = data.Test is null
            ? clock.Run("Split", () => Splits.Make(data.Train.Matrix, data.Train.Time, request.Split.Kind, request.Split.Holdout, request.Seed))
            : new TrainTest(data.Train.Matrix, data.Test.Matrix);
        if (test.EntryCount == 0 && algorithm.WantsBaskets)
        {
            // Rules are worth having even where baskets are too small to hold anything back.
            observer.Warning($"The split {request.Split.Kind} left no rows to measure on, so nothing was measured.");
            var unmeasured = FitOn("Fit", data.Train, data.Train.Matrix);
            return Of(unmeasured.Model, data.Train, [], unmeasured.Steps);
        }

        if (test.EntryCount == 0)
        {
            throw new RecException(
                "HoldoutEmpty", RecErrorKind.Data, $"The split {request.Split.Kind} left no rows to measure on.",
                "Choose a larger -Holdout, another -Split, or -Split None.", request.Split.Kind);
        }

        var measured = FitOn("Fit", data.Train, train);
        var metrics = clock.Run("Evaluate", () => Measure(measured.Model, train, test, rules?.WithLikeness(data.Train, train, workers)));

        // A given test source is never learned from; users and items that only it has do not belong into the model.
        var everything = data.Train.Compact();
        if (!request.Publish || (request.Split.Kind == SplitKind.Given ? ReferenceEquals(everything, data.Train) : !request.Refit))
        {
            return Of(measured.Model, data.Train.With(train), metrics, measured.Steps);
        }

        var again = FitOn("Refit", everything, everything.Matrix);
        return Of(again.Model, everything, metrics, again.Steps);
    }

    // What the published model tells of itself stands beside what was measured.
    private static FittedModel Of(IRecommender model, Interactions data, IReadOnlyList<MetricValue> metrics, IReadOnlyList<TrainingStep> steps) => new(
        model, data, [.. metrics, .. ((model as IFitFacts)?.Facts ?? []).Select(fact => new MetricValue("Model", fact.Name, null, fact.Value, null, null))], steps);
}
