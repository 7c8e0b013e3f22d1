using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The work of a run with a recommender: read, split, fit, measure, fit again on everything.</summary>
/// <param name="algorithm">The algorithm.</param>
/// <param name="options">Its settings.</param>
internal sealed class RecommenderTraining(IRecommenderAlgorithm algorithm, object options) : ITrainingWork
{
    /// <summary>A figure by which the model is compared with the trivial one on the test rows; null for no comparison.</summary>
    public QualityMetric? Against { get; init; }

    /// <inheritdoc/>
    public TrainedModel Train(RunContext run) => Train(run, run.Clock.Run(
        "Read",
        () => TrainingData.Read(run.Request, algorithm, options, run.Database, run.Budget, run.Observer, run.Workers),
        read => read.Rows.RowsRead));

    /// <summary>The same with rows that were read already.</summary>
    public TrainedModel Train(RunContext run, TrainingData data)
    {
        if (algorithm.Features == FeatureUse.None && run.Request.ItemFeatures is { } unused && !run.Request.Lists.HasRules)
        {
            run.Observer.Warning($"{algorithm.Name} does not look at features of items; {unused} gives their names alone.");
        }

        var inputHash = data.Train.ComputeHash();
        var settings = HybridPartReader.Resolve(options, run.Database, data.Train);
        run.Budget.CheckFit(algorithm, settings, data.Train.Matrix, run.Workers.Threads, run.Observer);
        if (!data.Train.UsersAreBaskets)
        {
            ResultSpace.Check(run.Database, run.Request, data.Train.Users.Count, data.Train.Items.Count, run.Observer);
        }

        var reader = new ListRuleReader(run.Request.Lists, run.Request.Source, run.Database, run.Budget, run.Observer, run.Cancellation)
        {
            ItemTable = run.Request.ItemFeatures?.Table,
        };
        var rules = run.Request.Lists.HasRules ? run.Clock.Run("Rules", () => reader.Read(data.Train)) : null;
        var fitted = new ModelFitting(run, algorithm, settings, rules) { Against = Against }.Fit(data);
        var model = new StoredModel(algorithm, run.OptionsJson, fitted.Data, fitted.Recommender) { Source = run.Request.Source, Duplicates = run.Request.Duplicates };

        // What was held back and not learned from after all is still what users have.
        var isSame = ReferenceEquals(fitted.Data.Users, data.Train.Users) && ReferenceEquals(fitted.Data.Items, data.Train.Items);
        var known = isSame ? data.Train : fitted.Data;
        var shown = isSame && rules is not null ? rules with { Seen = SeenRows.Of(run.Request.Lists, known) } : reader.Read(known);
        return new TrainedModel
        {
            Model = model,
            Fingerprint = model with { Source = null },
            Tables = new RecommenderTables(model, run.Request, shown.WithLikeness(fitted.Data, fitted.Data.Matrix, run.Workers), run.Workers),
            Rows = data.Rows,
            InputHash = inputHash,
            Metrics = fitted.Metrics,
            Steps = fitted.Steps,
            Duplicates = data.Duplicates,
            InteractionCount = data.Train.Matrix.EntryCount,
            UserCount = fitted.Data.Users.Count,
            ItemCount = fitted.Data.Items.Count,
        };
    }
}
