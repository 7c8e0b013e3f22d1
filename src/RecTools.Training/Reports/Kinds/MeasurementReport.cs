namespace RecTools.Training;

/// <summary>The report of one model that was measured.</summary>
internal static class MeasurementReport
{
    /// <summary>The report.</summary>
    public static Report Of(ModelMeasurement model) => new ReportParts()
        .Add("overview", "Overview", [.. NoticeBlocks.Of(model.Warnings, model.Leak, model.Metrics), Overview(model)])
        .Add("metrics", "How good it is", MetricBlocks.Of(model.Metrics))
        .Add("segments", "For whom it is good", SegmentBlocks.Of(model.Segments, model.Metrics))
        .Add("calibration", "Predicted and actual ratings", ShapeBlocks.Calibration([model]))
        .Add("longTail", "Popular and rare items", ShapeBlocks.LongTail([model]))
        .Add("samples", "A look at its lists", SampleBlocks.Of(model.Samples))
        .Add("learning", "How it learned", CurveBlocks.Of(model.Steps))
        .Add("data", "The rows", DataBlocks.Of(model.Data))
        .Add("settings", "Settings", SettingBlocks.Options(model.Options))
        .ToReport($"{model.Name}: how good it is", "Measurement of a model", Summary(model));

    /// <summary>What was measured and at what cost.</summary>
    public static FactsBlock Overview(ModelMeasurement model) => new(
    [
        new("model", "Model", model.Name),
        new("algorithm", "Algorithm", model.Algorithm),
        new("split", "Held back", SettingBlocks.SplitText(model.Split)),
        new("k", "Length of lists", model.K, CellFormat.Count),
        new("trainRows", "Rows learned from", model.TrainRows, CellFormat.Count),
        new("testRows", "Rows measured on", model.TestRows, CellFormat.Count),
        new("users", "Users measured", model.UsersMeasured, CellFormat.Count),
        new("fitTime", "Time to fit", model.FitTime, CellFormat.Duration),
        new("scoreTime", "Time to score", model.ScoreTime, CellFormat.Duration),
        new("peakBytes", "Memory to fit", model.PeakBytes, CellFormat.Bytes),
        new("modelBytes", "Size of the model", model.ModelBytes, CellFormat.Bytes),
    ]);

    private static string Summary(ModelMeasurement model)
    {
        string[] foremost = ["nDCG", "RMSE"];
        var told = foremost.Select(name => model.Metrics.FirstOrDefault(metric => metric.Name == name && MetricBlocks.IsMeasured(metric) && !metric.IsAsShown)).OfType<MetricValue>();
        var figures = string.Join(", and ", told.Select(MetricText.Sentence));
        var name = model.Name == model.Algorithm ? model.Algorithm : $"{model.Name} ({model.Algorithm})";
        return FormattableString.Invariant($"{name}, measured on {model.TestRows:N0} rows that it was not fitted on") + (figures.Length > 0 ? $": {figures}." : ".");
    }
}
