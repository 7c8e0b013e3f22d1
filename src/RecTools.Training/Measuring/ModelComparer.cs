using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Compares models on the same rows: fitted on the same, measured on the same. Nothing is written.</summary>
public static class ModelComparer
{
    /// <summary>Names of the figures that models can be ranked by.</summary>
    public static IEnumerable<string> Metrics => QualityMetric.Names;

    /// <summary>Compares.</summary>
    /// <remarks>Popularity, and Bias where there are ratings, always take part. Stored models lend their algorithm and settings, and are fitted anew: they may have seen the test rows.</remarks>
    /// <param name="request">What, and on which rows.</param>
    /// <param name="connection">Where tables and stored models are; may be null for files.</param>
    /// <param name="observer">Hears progress, warnings and training steps.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>MetricUnknown</c>, <c>MetricUnmeasured</c>, <c>SplitNeeded</c>, <c>NothingCompared</c>, what finding the models throws, and what reading throws.</exception>
    public static ModelComparison Compare(ComparisonRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        var metric = QualityMetric.Parse(request.Metric);
        ModelMeasurer.CheckSplit(request.Training.Split);
        using var database = QuerySource.Open(connection, request.Training.QueryParameters, observer);
        return RunError.Guard(database, () => Compare(request, metric, database, observer, cancellation), cancellation);
    }

    private static ModelComparison Compare(ComparisonRequest request, QualityMetric metric, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        var field = ContenderField.Of(request, database);
        var training = request.Training;
        training = !ModelMeasurer.HasSource(training) && request.StoredModels is [var first, ..] ? training with { Source = new InteractionSource { StoredModel = first } } : training;
        RequestChecker.CheckRows(training);
        ListRequestChecker.Check(training.Lists, new Popularity());
        var run = MeasuringContext.Of(training, database, observer, cancellation) with { RelevantFrom = request.RelevantFrom };
        var needs = new RowNeeds { Baskets = training.Source.BasketColumn is not null || training.Source.BasketPerLine, KeepsItems = training.ItemFeatures is not null };
        var data = TrainingData.Read(training, needs, database, run.Budget, observer, run.Workers);
        RequestChecker.Require(
            !metric.IsError || data.Train.HasValues, "MetricUnmeasured", $"{training.Source} has no ratings, so that no model has {metric.Name} on it.",
            "Name the column with -ValueColumn, or rank by nDCG.", metric.Name);
        var rows = MeasuredRows.Cut(data, training.Split, training.Source, training.Seed);
        var options = run.OptionsFor(training.Split, rows);
        if (run.ReadRules(data.Train) is { } rules)
        {
            // What counts is what is shown.
            options = options with { Split = MetricValue.AsShown, Lists = rules with { Likeness = options.Lists.Likeness } };
        }

        var segments = new[] { (HistorySegments.Name, HistorySegments.Of(rows.Train)) };
        var contenders = field.On(data.Train, observer);
        ContenderOutcome[] outcomes =
        [
            .. contenders.Select((contender, place) => Try(
                contender,
                new ModelMeasuring(run with { Observer = new ContenderObserver(observer, contender.Name, place + 1, contenders.Count) }, rows, options) { Segments = segments },
                rows, metric, run)),
        ];
        var entries = new Leaderboard(metric, training.Seed, run.Workers).Rank(outcomes);
        if (entries[0].Value is null)
        {
            throw new RecException(
                "NothingCompared", RecErrorKind.Data, $"No model has {metric.Name} on these rows. {entries.FirstOrDefault(entry => entry.Error is not null)?.Error}".TrimEnd(),
                "Choose another -Metric or other rows.", metric.Name);
        }

        return Together(entries, metric, rows, run);
    }

    // One that fails leaves the others their comparison.
    private static ContenderOutcome Try(Contender contender, ModelMeasuring work, MeasuredRows rows, QualityMetric metric, MeasuringContext run)
    {
        try
        {
            var measured = work.Measure(contender, work.Fit(contender, rows));
            var figures = measured.Evaluation.FiguresOf(metric.Name);
            return new ContenderOutcome(contender, measured.Measurement, figures is { Users.Length: > 0 } ? figures : null, null);
        }
        catch (Exception error) when (!run.Cancellation.IsCancellationRequested)
        {
            var explained = RunError.Explain(error, run.Database, run.Cancellation);
            return new ContenderOutcome(contender, null, null, $"{explained.Message} {explained.Action}");
        }
    }

    private static ModelComparison Together(LeaderboardEntry[] entries, QualityMetric metric, MeasuredRows rows, MeasuringContext run)
    {
        var leak = LeakReport.Of(rows);
        var comparison = new ModelComparison
        {
            Metric = metric.Name,
            Split = rows.Split,
            K = run.Request.K,
            Entries = entries,
            Data = rows.Summary,
            Leak = leak,
            Warnings = ComparisonWarnings.Of(entries, metric, leak),
        };
        for (var place = 0; place < entries.Length; place++)
        {
            entries[place] = entries[place] with { Comparison = comparison };
        }

        foreach (var warning in comparison.Warnings)
        {
            run.Observer.Warning(warning);
        }

        return comparison;
    }
}
