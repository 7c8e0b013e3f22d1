namespace RecTools.Training;

/// <summary>How a training loop went: the loss of each step, and what was measured on rows held back.</summary>
internal static class CurveBlocks
{
    /// <summary>The curves; none where there is no loop of two steps or more.</summary>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<TrainingStep> steps)
    {
        if (steps.Count < 2)
        {
            yield break;
        }

        double[] numbers = [.. steps.Select(step => (double)step.Step)];
        var numbersBehind = new TableBlock(
            "Steps of the training loop",
            [new("step", "Step", CellFormat.Count), new("loss", "Loss", CellFormat.Number), new("validation", "On rows held back", CellFormat.Score), new("seconds", "Time", CellFormat.Duration)],
            [.. steps.Select(step => new object?[] { step.Step, step.Loss, step.Validation, step.Seconds })]);
        if (steps.Any(step => double.IsFinite(step.Loss)))
        {
            yield return Figure("Loss after each step", "Loss", numbers, [.. steps.Select(step => step.Loss)], numbersBehind);
        }

        if (steps.FirstOrDefault(step => step.Validation is not null)?.Metric is { } metric)
        {
            yield return Figure($"{metric} on rows held back, after each step", metric, numbers, [.. steps.Select(step => step.Validation ?? double.NaN)], numbersBehind);
        }
    }

    private static FigureBlock Figure(string title, string label, double[] steps, double[] values, TableBlock numbers) => new(
        new LineData { Title = title, LabelX = "Step", LabelY = label, IsWhole = true, Lines = [new LineSeries(label, steps, values)] }, numbers);
}
