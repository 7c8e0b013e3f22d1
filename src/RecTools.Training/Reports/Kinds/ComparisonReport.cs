namespace RecTools.Training;

/// <summary>The report of several models that were measured on the same rows.</summary>
internal static class ComparisonReport
{
    private const int MostLines = 4;

    /// <summary>The report.</summary>
    public static Report Of(ModelComparison comparison)
    {
        ModelMeasurement[] measured = [.. comparison.Entries.Select(entry => entry.Measurement).OfType<ModelMeasurement>()];
        return new ReportParts()
            .Add("overview", "Overview", [.. NoticeBlocks.Of(comparison.Warnings, comparison.Leak, comparison.Entries.FirstOrDefault()?.Measurement?.Metrics ?? []), Overview(comparison)])
            .Add("leaderboard", "Leaderboard", Leaderboard(comparison))
            .Add("metrics", "All figures", AllFigures(comparison))
            .Add("calibration", "Predicted and actual ratings", ShapeBlocks.Calibration([.. measured.Take(MostLines)]))
            .Add("longTail", "Popular and rare items", ShapeBlocks.LongTail(Foremost(measured)))
            .Add("samples", "A look at the lists of the best", SampleBlocks.Of(measured.FirstOrDefault()?.Samples ?? []))
            .Add("models", "Each model", measured.Select(Detail))
            .Add("data", "The rows", DataBlocks.Of(comparison.Data))
            .ToReport($"Comparison of {comparison.Entries.Length} models", "Comparison of models", Summary(comparison));
    }

    private static string NameOf(ModelComparison comparison) => MetricText.NameOf(comparison.Metric, comparison.K);

    private static string Summary(ModelComparison comparison)
    {
        if (comparison.Entries is not [{ Value: { } value } best, ..])
        {
            return "No model could be measured.";
        }

        int CountOf(string verdict) => comparison.Entries.Count(entry => entry.Verdict == verdict);
        string[] rest =
        [
            .. Counted(CountOf("no different from the best"), "is no different from it", "are no different from it"),
            .. Counted(CountOf("worse"), "is worse", "are worse"),
            .. Counted(CountOf("worse than Popularity"), "loses to Popularity", "lose to Popularity"),
            .. Counted(CountOf("failed"), "failed", "failed"),
        ];
        return $"{best.Name} is best by {MetricText.Sentence(NameOf(comparison), value, best.Lower, best.Upper)}" + (rest.Length > 0 ? $"; {string.Join(", ", rest)}." : ".");
    }

    private static IEnumerable<string> Counted(int count, string one, string several) => count == 0 ? [] : [$"{count} {(count == 1 ? one : several)}"];

    private static FactsBlock Overview(ModelComparison comparison) => new(
    [
        new("models", "Models", comparison.Entries.Length, CellFormat.Count),
        new("metric", "Ranked by", NameOf(comparison)),
        new("split", "Held back", SettingBlocks.SplitText(comparison.Split)),
        new("k", "Length of lists", comparison.K, CellFormat.Count),
        new("trainRows", "Rows learned from", comparison.Entries.FirstOrDefault()?.Measurement?.TrainRows, CellFormat.Count),
        new("testRows", "Rows measured on", comparison.Entries.FirstOrDefault()?.Measurement?.TestRows, CellFormat.Count),
        new("users", "Users measured", comparison.Entries.FirstOrDefault()?.Measurement?.UsersMeasured, CellFormat.Count),
    ]);

    private static IEnumerable<ReportBlock> Leaderboard(ModelComparison comparison)
    {
        var metric = NameOf(comparison);
        yield return new TableBlock(
            "Leaderboard",
            [
                new("name", "Model"), new("rank", "Place", CellFormat.Count), new("value", metric, CellFormat.Score), new("interval", "95 % interval", CellFormat.Interval), new("verdict", "Verdict"),
                new("difference", "To the best", CellFormat.Difference), new("pValue", "p", CellFormat.Probability), new("fitTime", "Fit", CellFormat.Duration),
                new("scoreTime", "Score", CellFormat.Duration), new("peakBytes", "Memory", CellFormat.Bytes),
            ],
            [.. comparison.Entries.Select(entry => new object?[]
            {
                entry.Name == entry.Algorithm ? entry.Name : $"{entry.Name} ({entry.Algorithm})", entry.Rank, entry.Value, entry.Lower is null ? null : new ReportInterval(entry.Lower, entry.Upper),
                entry.Error is null ? entry.Verdict : $"{entry.Verdict}: {entry.Error}", entry.Difference, entry.PValue, entry.FitTime, entry.ScoreTime, entry.PeakBytes,
            })])
        {
            IsSortable = true,
            Note = "p is the probability of a difference to the best this large by chance, on the same users and corrected for the number of models (Holm).",
        };
        var marks = comparison.Entries.Where(entry => entry.Value is not null).ToList();
        if (marks.Count > 1)
        {
            var popularity = marks.FirstOrDefault(entry => entry.Algorithm == "Popularity")?.Value;
            yield return new FigureBlock(
                new IntervalData
                {
                    Title = $"{metric} of each model", Label = metric, Noun = "models", Reference = popularity, ReferenceName = "Popularity",
                    Marks = [.. marks.Select(entry => new IntervalMark(entry.Name, entry.Value!.Value, entry.Lower, entry.Upper, GroupOf(entry.Verdict)))],
                },
                MetricBlocks.Numbers($"{metric} of each model", marks.Select(entry => (entry.Name, new MetricValue("", comparison.Metric, comparison.K, entry.Value!.Value, entry.Lower, entry.Upper)))));
        }
    }

    // The best and its equals, those behind, and those that are worse than no model at all.
    private static int GroupOf(string verdict) => verdict switch
    {
        "best" or "no different from the best" => 0,
        "worse than Popularity" => 1,
        _ => 5,
    };

    private static IEnumerable<ReportBlock> AllFigures(ModelComparison comparison)
    {
        var measured = comparison.Entries.Where(entry => entry.Measurement is not null).ToList();
        string[] names = [.. measured.SelectMany(entry => entry.Measurement!.Metrics.Where(MetricBlocks.IsMeasured).Where(metric => !metric.IsAsShown).Select(MetricText.NameOf)).Distinct()];
        if (names.Length > 0)
        {
            yield return new TableBlock(
                "Figures of each model",
                [new("name", "Model"), .. names.Select(name => new ReportColumn(name, name, CellFormat.Score))],
                [.. measured.Select(object?[] (entry) => [entry.Name, .. names.Select(name => (object?)ValueOf(entry.Measurement!, name))])])
            {
                IsSortable = true,
            };
        }
    }

    private static double? ValueOf(ModelMeasurement model, string name) => model.Metrics.FirstOrDefault(metric => !metric.IsAsShown && MetricText.NameOf(metric) == name)?.Value;

    // The best ones, and what recommends what most have.
    private static List<ModelMeasurement> Foremost(ModelMeasurement[] measured)
    {
        var best = measured.Where(model => model.LongTail.Length > 1).Take(MostLines - 1).ToList();
        return measured.FirstOrDefault(model => model.Algorithm == "Popularity") is { } popularity && !best.Contains(popularity) ? [.. best, popularity] : best;
    }

    private static FoldedBlock Detail(ModelMeasurement model) => new(
        model.Name,
        [
            .. MetricBlocks.Measured([.. model.Metrics.Where(MetricBlocks.IsMeasured)], $"Figures of {model.Name}").OfType<TableBlock>(),
            .. SegmentBlocks.Of(model.Segments, model.Metrics).OfType<TableBlock>(),
            .. CurveBlocks.Of(model.Steps),
            SettingBlocks.Options(model.Options, $"Settings of {model.Name}"),
        ]);
}
