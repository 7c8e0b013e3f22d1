namespace RecTools.Training;

/// <summary>Figures with their intervals, and what they mean.</summary>
internal static class MetricBlocks
{
    private static readonly string[] OfTheModel = ["Model", "Lists"];

    /// <summary>Whether a figure was measured on rows held back, rather than told of the model itself.</summary>
    public static bool IsMeasured(MetricValue metric) => !OfTheModel.Contains(metric.Split) && metric.Split != "Curve";

    /// <summary>The figures by the rows and lists that they were measured on, and facts of the model.</summary>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<MetricValue> metrics)
    {
        foreach (var split in metrics.Where(IsMeasured).GroupBy(metric => metric.Split))
        {
            foreach (var block in Measured([.. split], split.Key == MetricValue.AsShown ? "With lists under the business rules" : "Measured on rows held back"))
            {
                yield return block;
            }
        }

        if (Facts(metrics) is { } facts)
        {
            yield return facts;
        }
    }

    /// <summary>One table and one plot.</summary>
    /// <param name="metrics">The figures.</param>
    /// <param name="title">What they are.</param>
    public static IEnumerable<ReportBlock> Measured(IReadOnlyList<MetricValue> metrics, string title)
    {
        yield return new TableBlock(
            title,
            [new("metric", "Figure"), new("value", "Value", CellFormat.Score), new("interval", "95 % interval", CellFormat.Interval), new("meaning", "What it means")],
            [.. metrics.Select(metric => new object?[] { MetricText.NameOf(metric), metric.Value, IntervalOf(metric), MetricText.Meaning(metric) })])
        {
            Note = metrics.Any(metric => metric.Lower is not null) ? "Intervals are by bootstrap over users: with other users of the same kind, the figure would lie there 95 times of 100." : null,
        };
        var shares = metrics.Where(metric => MetricText.IsShare(metric.Name) && double.IsFinite(metric.Value)).ToList();
        if (shares.Count(metric => metric.Lower is not null) > 1)
        {
            yield return new FigureBlock(
                new IntervalData { Title = $"{title}: shares", Label = "Share, 0 to 1", Marks = [.. shares.Select(metric => MarkOf(MetricText.NameOf(metric), metric))] },
                Numbers($"{title}: shares", shares.Select(metric => (MetricText.NameOf(metric), metric))));
        }
    }

    /// <summary>The numbers behind a plot of intervals.</summary>
    public static TableBlock Numbers(string title, IEnumerable<(string Name, MetricValue Metric)> rows) => new(
        title,
        [new("name", "Name"), new("value", "Value", CellFormat.Score), new("interval", "95 % interval", CellFormat.Interval)],
        [.. rows.Select(row => new object?[] { row.Name, row.Metric.Value, IntervalOf(row.Metric) })]);

    /// <summary>A figure as a mark on an axis.</summary>
    public static IntervalMark MarkOf(string name, MetricValue metric, int group = 0) => new(name, metric.Value, metric.Lower, metric.Upper, group);

    /// <summary>The ends of a figure's interval; null without.</summary>
    public static ReportInterval? IntervalOf(MetricValue metric) => metric.Lower is null ? null : new ReportInterval(metric.Lower, metric.Upper);

    private static TableBlock? Facts(IReadOnlyList<MetricValue> metrics)
    {
        MetricValue[] facts = [.. metrics.Where(metric => OfTheModel.Contains(metric.Split))];
        var explained = facts.Any(fact => MetricText.Meaning(fact).Length > 0);
        return facts.Length == 0 ? null : new TableBlock(
            "What the model tells of itself",
            [new("fact", "Fact"), new("value", "Value", CellFormat.Number), .. Optional.When(explained, new ReportColumn("meaning", "What it means"))],
            [.. facts.Select(object?[] (fact) => [fact.Name, fact.Value, .. Optional.When<object?>(explained, MetricText.Meaning(fact))])]);
    }
}
