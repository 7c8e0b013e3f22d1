namespace RecTools.Training;

/// <summary>The report of a search of settings.</summary>
internal static class SearchReport
{
    /// <summary>The report.</summary>
    public static Report Of(SearchResult search) => new ReportParts()
        .Add("overview", "Overview", Overview(search))
        .Add("test", "On rows that the search never saw", Test(search))
        .Add("best", "The best settings", SettingBlocks.Options(search.Options, "The best settings; those not named have their defaults"))
        .Add("trials", "What was tried", Trials(search))
        .Add("data", "The rows", DataBlocks.Of(search.Data))
        .ToReport($"Search of settings of {search.Algorithm}", "Search of settings", Summary(search));

    private static string NameOf(SearchResult search) => MetricText.NameOf(search.Metric, search.K);

    private static string Summary(SearchResult search)
    {
        var (test, plain) = (Find(search.TestMetrics, search), Find(search.DefaultTestMetrics, search));
        var tested = test is null ? "" : $"; on untouched test rows {MetricText.Sentence(test)}"
            + (plain is null ? "" : $", against {MetricText.Four(plain.Value)} with default settings")
            + (search.PValue is { } p ? $" ({(p < 0.05 ? "a difference that chance hardly makes" : "a difference that may be chance")}, p {(p < 0.001 ? "< 0.001" : FormattableString.Invariant($"{p:0.000}"))})" : "");
        return FormattableString.Invariant($"Of {search.Trials.Length:N0} trials the best has {NameOf(search)} {MetricText.Four(search.ValidationValue)} on rows held back for the search") + $"{tested}.";
    }

    private static MetricValue? Find(MetricValue[] metrics, SearchResult search) => metrics.FirstOrDefault(metric => metric.Name == search.Metric);

    private static FactsBlock Overview(SearchResult search) => new(
    [
        new("algorithm", "Algorithm", search.Algorithm),
        new("metric", "Searched by", NameOf(search)),
        new("validationValue", "Best on validation rows", search.ValidationValue, CellFormat.Score),
        new("trials", "Trials", search.Trials.Length, CellFormat.Count),
        new("finished", "Measured on all folds", search.Trials.Count(trial => trial.Status == TrialStatus.Finished), CellFormat.Count),
        new("failed", "Failed", search.Trials.Count(trial => trial.Status == TrialStatus.Failed), CellFormat.Count),
        new("elapsed", "Time", search.Elapsed, CellFormat.Duration),
        new("stoppedBecause", "Ended because", search.StoppedBecause),
        new("trialPath", "File of the trials", search.TrialPath, CellFormat.Code),
        new("configPath", "Job file", search.ConfigPath, CellFormat.Code),
    ]);

    private static IEnumerable<ReportBlock> Test(SearchResult search)
    {
        if (search.TestMetrics.Length == 0)
        {
            yield break;
        }

        MetricValue? Default(MetricValue metric) => search.DefaultTestMetrics.FirstOrDefault(other => other.Name == metric.Name);
        yield return new TableBlock(
            "Best and default settings on test rows",
            [
                new("metric", "Figure"), new("best", "Best settings", CellFormat.Score), new("bestInterval", "95 % interval", CellFormat.Interval),
                new("default", "Default settings", CellFormat.Score), new("defaultInterval", "95 % interval", CellFormat.Interval), new("meaning", "What it means"),
            ],
            [.. search.TestMetrics.Select(metric => new object?[]
            {
                MetricText.NameOf(metric), metric.Value, MetricBlocks.IntervalOf(metric), Default(metric)?.Value, Default(metric) is { } plain ? MetricBlocks.IntervalOf(plain) : null, MetricText.Meaning(metric),
            })]);
        if (Find(search.TestMetrics, search) is { Lower: not null } best && Find(search.DefaultTestMetrics, search) is { } defaults)
        {
            (string, MetricValue)[] both = [("Best settings", best), ("Default settings", defaults)];
            yield return new FigureBlock(
                new IntervalData { Title = $"{NameOf(search)} on test rows", Label = NameOf(search), Marks = [.. both.Select((one, i) => MetricBlocks.MarkOf(one.Item1, one.Item2, i == 0 ? 0 : 5))] },
                MetricBlocks.Numbers($"{NameOf(search)} on test rows", both));
        }
    }

    private static IEnumerable<ReportBlock> Trials(SearchResult search)
    {
        if (search.Trials.Length == 0)
        {
            yield break;
        }

        string[] settings = [.. search.Trials.SelectMany(trial => trial.Options.Keys).Distinct()];
        var several = search.Trials.Select(trial => trial.Algorithm).Distinct().Count() > 1;
        var table = new TableBlock(
            "Trials",
            [
                new("number", "Trial", CellFormat.Count), .. Optional.When(several, new ReportColumn("algorithm", "Algorithm")), new("status", "Status"),
                new("value", NameOf(search), CellFormat.Score), new("seconds", "Time", CellFormat.Duration), .. settings.Select(setting => new ReportColumn(setting, setting, CellFormat.Number)),
                new("error", "Error"),
            ],
            [.. search.Trials.Select(object?[] (trial) =>
            [
                trial.Number, .. Optional.When<object?>(several, trial.Algorithm), StatusText(trial.Status), trial.Value, trial.Seconds,
                .. settings.Select(setting => trial.Options.GetValueOrDefault(setting)), trial.Error,
            ])])
        {
            IsSortable = true,
        };
        if (search.Trials.Any(trial => trial.Value is not null))
        {
            yield return new FigureBlock(
                new TrialData
                {
                    Title = "What each trial gave", Noun = "trials", Label = NameOf(search), LowerIsBetter = MetricText.LowerIsBetter(search.Metric),
                    FoldValues = [.. search.Trials.Select(trial => trial.FoldValues)],
                    Value = [.. search.Trials.Select(trial => trial.Value ?? double.NaN)],
                    IsFinished = [.. search.Trials.Select(trial => trial.Status == TrialStatus.Finished)],
                },
                new TableBlock(
                    "Figures of each trial on each fold",
                    [new("number", "Trial", CellFormat.Count), new("value", "Mean", CellFormat.Score), new("folds", "Folds")],
                    [.. search.Trials.Select(trial => new object?[] { trial.Number, trial.Value, Array.ConvertAll(trial.FoldValues, value => Math.Round(value, 4)) })]));
        }

        yield return table;
    }

    private static string StatusText(TrialStatus status) => status switch
    {
        TrialStatus.Finished => "finished",
        TrialStatus.Dropped => "given up",
        _ => "failed",
    };
}
