using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Measures a stored model as it is, on rows that it has not seen.</summary>
internal static class StoredModelMeasuring
{
    /// <summary>Measures it.</summary>
    /// <param name="request">The model and the test rows.</param>
    /// <param name="database">Where the model is.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>TestRowsUnknown</c>, and what loading and reading throw.</exception>
    public static ModelMeasurement Measure(MeasurementRequest request, Database database, IRunObserver observer, CancellationToken cancellation)
    {
        var (info, model) = StoredRecommender.Load(database, request.StoredModel!, request.RunId);
        var source = WithColumnsOf(request.Training.Split.TestSource!, model.Source);
        var training = request.Training with
        {
            Algorithm = info.Algorithm, ModelName = info.Name, Source = source, Split = new SplitRequest { Kind = SplitKind.None }, ItemFeatures = null, UserFeatures = null,
        };
        RequestChecker.CheckRows(training);
        ListRequestChecker.Check(training.Lists, model.Algorithm);
        var run = MeasuringContext.Of(training, database, observer, cancellation) with { RelevantFrom = request.RelevantFrom };
        var test = TrainingData.Read(training with { ClusterModel = null }, new RowNeeds(), database, run.Budget, observer, run.Workers);
        var known = TestRows.Of(model.Data, test.Train);
        if (known.Matrix.EntryCount == 0)
        {
            throw new RecException(
                "TestRowsUnknown", RecErrorKind.Data,
                $"The model '{info.Name}' can be measured on none of the {test.Train.Matrix.EntryCount:N0} rows of {source}: {known.Learned:N0} are what it has learned from, and of {known.Unknown:N0} it does not know the user or the item.",
                "Give rows of the model's users and items that are later than those it was trained on.", source.ToString());
        }

        var split = new SplitRequest { Kind = SplitKind.Given, TestSource = source };
        var rows = new MeasuredRows(model.Data, split, model.Data.Matrix, known.Matrix, DataSummaries.Of(model.Data, $"the rows of the model '{info.Name}'"))
        {
            TrainTime = model.Data.Days is { } days ? TimeScale.TicksOf(days) : null,
            TestTime = known.Days is { } testDays ? TimeScale.TicksOf(testDays) : null,
        };
        var rules = run.ReadRules(model.Data);
        var work = new ModelMeasuring(run, rows, run.OptionsFor(split, rows))
        {
            Segments = SegmentReader.Read(request, source, rows, run),
            Shown = rules?.WithLikeness(model.Data, model.Data.Matrix, run.Workers),
        };
        var contender = new Contender(info.Name, model.Algorithm, OptionBinder.FromJson(model.Algorithm, model.OptionsJson));
        var measured = work.Measure(contender, new MeasuredFit(model.Recommender, [], TimeSpan.Zero, 0)).Measurement;
        var leak = LeakReport.Of(rows);
        string?[] warnings =
        [
            leak?.Message,
            known.Learned == 0 ? null : $"{known.Learned:N0} test rows are of a user and item that the model has learned from; nothing is measured on them.",
            known.Unknown == 0 ? null : $"{known.Unknown:N0} test rows are of users or items that the model does not know; nothing is measured on them.",
        ];
        return measured with { IsStored = true, RunId = info.RunId, Leak = leak, Warnings = [.. warnings.OfType<string>()] };
    }

    // Rows of another table have the columns of the model's own, unless they are named.
    private static InteractionSource WithColumnsOf(InteractionSource test, InteractionSource? own) => test with
    {
        UserColumn = test.UserColumn ?? own?.UserColumn,
        ItemColumn = test.ItemColumn ?? own?.ItemColumn,
        ValueColumn = test.ValueColumn ?? own?.ValueColumn,
        TimeColumn = test.TimeColumn ?? own?.TimeColumn,
    };
}
