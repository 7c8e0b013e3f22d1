using System.Text.Json;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The work of a run that chooses its algorithm itself: read, try, and then go on with what was chosen as if it had been asked for.</summary>
/// <param name="options">How far the choice goes.</param>
internal sealed class AutoTraining(AutoOptions options) : ITrainingWork
{
    /// <inheritdoc/>
    public TrainedModel Train(RunContext run)
    {
        var request = run.Request;
        var metric = QualityMetric.Parse(request.Metric);
        using var budget = new SearchBudget(request.TimeBudget, options.MaxTrials, run.Cancellation);
        var needs = new RowNeeds { Algorithm = nameof(Auto), KeepsItems = request.ItemFeatures is not null };
        var data = run.Clock.Run("Read", () => TrainingData.Read(request, needs, run.Database, run.Budget, run.Observer, run.Workers), read => read.Rows.RowsRead);
        var choice = run.Clock.Run("Choose", () => Choose(run, data, metric, budget));
        run.Observer.Verbose(choice.Reason);
        var (algorithm, settings) = (choice.Candidate.Algorithm, choice.Candidate.Options);
        var optionsJson = JsonSerializer.Serialize(OptionBinder.ToDictionary(settings));
        run.Record?.SetModel(algorithm.Name, optionsJson);
        var trained = new RecommenderTraining(algorithm, settings) { Against = metric }.Train(
            run with { OptionsJson = optionsJson, Request = request with { Algorithm = algorithm.Name, Options = choice.Candidate.Settings, Duplicates = data.Policy } }, data);
        return trained with
        {
            Choice = choice,
            Metrics =
            [
                .. trained.Metrics,
                new MetricValue("Model", $"Validation{metric.Name}", null, choice.Trial.Value!.Value, null, null),
                new MetricValue("Model", "Trials", null, choice.Trials.Count, null, null),
            ],
        };
    }

    private ModelChoice Choose(RunContext run, TrainingData data, QualityMetric metric, SearchBudget budget)
    {
        var request = run.Request;
        var learned = data.Train;
        if (request.Split.Kind != SplitKind.None)
        {
            var (train, test) = HeldBack.Cut(data, request.Split, request.Seed);
            learned = test.EntryCount == 0 ? throw HeldBack.Empty(request.Split.Kind) : data.Train.With(train);
        }

        // Not even who and what is in the test rows only may be seen.
        var rows = learned.Compact();
        var measuring = new MeasuringContext(request, run.Database, run.Budget, run.Workers, run.Observer);
        var runner = new TrialRunner(measuring, rows, new ValidationFolds(rows.Matrix, options.Folds, request.Seed), metric, new TrialLog(metric), budget);
        return new ModelChooser(runner, metric, options, request.Seed, run.Observer).Choose(rows);
    }
}
