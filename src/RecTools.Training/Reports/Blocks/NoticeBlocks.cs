namespace RecTools.Training;

/// <summary>What a reader of the figures must know before he believes them.</summary>
internal static class NoticeBlocks
{
    /// <summary>Warnings, and the finding that the split tells the future, with what a split by time gives.</summary>
    /// <param name="warnings">Sentences.</param>
    /// <param name="leak">The finding; null for none.</param>
    /// <param name="metrics">The figures that it casts doubt on.</param>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<string> warnings, LeakFinding? leak, IReadOnlyList<MetricValue> metrics)
    {
        foreach (var warning in warnings.Where(warning => warning != leak?.Message))
        {
            yield return new NoticeBlock("Mind", warning);
        }

        if (leak is null)
        {
            yield break;
        }

        yield return new NoticeBlock("The model was told the future", $"{leak.Message} {leak.Example}");
        if (leak.Instead.Length > 0)
        {
            MetricValue? Now(MetricValue later) => metrics.FirstOrDefault(metric => MetricText.NameOf(metric) == MetricText.NameOf(later) && MetricBlocks.IsMeasured(metric));
            yield return new TableBlock(
                "What a split by time gives instead",
                [new("metric", "Figure"), new("value", $"Split {leak.Split}", CellFormat.Score), new("byTime", "Split Time", CellFormat.Score), new("interval", "95 % interval", CellFormat.Interval)],
                [.. leak.Instead.Select(later => new object?[] { MetricText.NameOf(later), Now(later)?.Value, later.Value, MetricBlocks.IntervalOf(later) })]);
        }
    }
}
