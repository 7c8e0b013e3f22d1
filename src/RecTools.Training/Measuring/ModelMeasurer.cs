using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Says how good an algorithm, or a stored model, is on rows that it was not fitted on. Nothing is written.</summary>
public static class ModelMeasurer
{
    /// <summary>Measures.</summary>
    /// <remarks>
    /// A stored model has seen all of its rows: measured on some of them it would look better than it is. Its algorithm is therefore fitted anew, with its settings,
    /// on its rows without those held back; only where test rows of their own are given and no others is the model measured as it is.
    /// </remarks>
    /// <param name="request">What, and on which rows.</param>
    /// <param name="connection">Where tables and stored models are; may be null for files.</param>
    /// <param name="observer">Hears progress, warnings and training steps.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>ModelUnclear</c>, <c>SplitNeeded</c>, <c>NotARecommender</c>, <c>HoldoutEmpty</c>, and what reading and fitting throw.</exception>
    public static ModelMeasurement Measure(MeasurementRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        Check(request);
        using var database = QuerySource.Open(connection, request.Training.QueryParameters, observer);
        return RunError.Guard(database, () => Measure(request, database, observer, cancellation), cancellation);
    }

    private static ModelMeasurement Measure(MeasurementRequest request, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        if (request.StoredModel is { } name && database is null)
        {
            throw RecException.Configuration(
                "NotConnected", $"The model '{name}' is stored in a database, and none is connected.", "Run Connect-RecDatabase first, or give -Connection.", name);
        }

        var isAsStored = request.StoredModel is not null && request.Training.Split.Kind == SplitKind.Given && !HasSource(request.Training);
        var measured = isAsStored ? StoredModelMeasuring.Measure(request, database!, observer, cancellation) : MeasureAnew(request, database, observer, cancellation);
        foreach (var warning in measured.Warnings)
        {
            observer.Warning(warning);
        }

        return measured;
    }

    private static ModelMeasurement MeasureAnew(MeasurementRequest request, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        var stored = request.StoredModel is { } name ? StoredRecommender.Load(database!, name, request.RunId) : default;
        var training = stored.Model is null ? request.Training : OfStored(request.Training, stored.Info, stored.Model);
        var recommender = RequestChecker.FindRecommender(training.Algorithm);
        training = training with
        {
            // What tells users apart need not be what the algorithm learns from.
            ClusterModel = recommender.UsesGroups ? training.ClusterModel : null,
            UserFeatures = recommender.UserFeatures == FeatureUse.None && request.SegmentColumn is not null ? null : training.UserFeatures,
        };
        var (_, options) = RequestChecker.Check(training);
        var run = MeasuringContext.Of(training, database, observer, cancellation) with { RelevantFrom = request.RelevantFrom };
        var data = TrainingData.Read(training, recommender, options, database, run.Budget, observer, run.Workers);
        data = stored.Model is null ? data : data with { Train = WithNames(data.Train, stored.Model.Data) };
        var rows = MeasuredRows.Cut(data, training.Split, training.Source, training.Seed);
        var work = new ModelMeasuring(run, rows, run.OptionsFor(training.Split, rows))
        {
            Segments = SegmentReader.Read(request, training.Source, rows, run),
            Shown = run.ReadRules(data.Train)?.WithLikeness(data.Train, rows.Train, run.Workers),
        };
        var contender = new Contender(training.ModelName, recommender, options);
        var measured = work.Measure(contender, work.Fit(contender, rows)).Measurement;
        if (LeakReport.Of(rows) is { } leak)
        {
            var canCutByTime = request.TimeSplit && training.Split.Kind != SplitKind.Given;
            leak = canCutByTime ? leak.With(measured.Metrics, work.MeasureByTime(contender)) : leak;
            measured = measured with { Leak = leak, Warnings = [leak.Message] };
        }

        if (stored.Model is null)
        {
            return measured;
        }

        observer.Verbose($"The model '{training.ModelName}' has seen all of its rows, so that its algorithm was fitted anew with its settings, on {rows.Train.EntryCount:N0} rows of {training.Source}.");
        return measured with { RunId = stored.Info.RunId };
    }

    private static void Check(MeasurementRequest request)
    {
        RequestChecker.Require(
            request.Training.Algorithm.Length > 0 != request.StoredModel is not null, "ModelUnclear",
            request.StoredModel is null ? "Neither an algorithm nor a stored model was named." : "An algorithm and a stored model are named at once.",
            "Give -Algorithm with a source, or the -ModelName of a stored model.", request.StoredModel ?? "");
        CheckSplit(request.Training.Split);
        RequestChecker.Require(
            request.StoredModel is null || request.Training.Options.Count == 0, "OptionsOfModel", "A stored model has settings of its own, and -Option names others.",
            "Leave -Option out, or give -Algorithm instead of -ModelName.", "Option");
        SegmentReader.Check(request);
    }

    /// <summary>Refuses a split that leaves nothing to measure on.</summary>
    /// <exception cref="RecException"><c>SplitNeeded</c>.</exception>
    internal static void CheckSplit(SplitRequest split) => RequestChecker.Require(
        split.Kind != SplitKind.None, "SplitNeeded", "-Split None holds nothing back, so that there is nothing to measure on.",
        $"Give one of {string.Join(", ", Enum.GetNames<SplitKind>().Where(name => name is not (nameof(SplitKind.None) or nameof(SplitKind.Given))))}, or test rows.", SplitKind.None);

    /// <summary>Whether rows to learn from are named.</summary>
    internal static bool HasSource(TrainingRequest training) => (training.Source.Table ?? training.Source.Query ?? training.Source.Path) is not null;

    private static TrainingRequest OfStored(TrainingRequest training, ModelInfo info, StoredModel model) => training with
    {
        Algorithm = info.Algorithm,
        ModelName = info.Name,
        Options = OptionBinder.ToDictionary(OptionBinder.FromJson(model.Algorithm, model.OptionsJson)),
        Source = HasSource(training) ? training.Source : new InteractionSource { StoredModel = info.Name, StoredRun = info.RunId },
    };

    // The rows of a model know what its items are called.
    private static Interactions WithNames(Interactions rows, Interactions stored) => rows.ItemNames is not null || stored.ItemNames is not { } names ? rows : rows with
    {
        ItemNames = [.. Enumerable.Range(0, rows.Items.Count).Select(item => stored.Items.Find(rows.Items[item]) is >= 0 and var known ? names[known] : null)],
    };
}
