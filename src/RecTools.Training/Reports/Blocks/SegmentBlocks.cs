namespace RecTools.Training;

/// <summary>The figures by groups of users: whom the model serves well, and whom it does not.</summary>
internal static class SegmentBlocks
{
    /// <summary>For each way of telling users apart a table, and a plot of one figure.</summary>
    /// <param name="segments">The groups.</param>
    /// <param name="overall">The figures of all users.</param>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<SegmentMeasurement> segments, IReadOnlyList<MetricValue> overall)
    {
        foreach (var way in segments.GroupBy(segment => segment.Segment))
        {
            SegmentMeasurement[] groups = [.. way];
            string[] names = [.. groups.SelectMany(group => group.Metrics.Select(MetricText.NameOf)).Distinct()];
            yield return new TableBlock(
                $"Users by {TitleOf(way.Key)}",
                [new("group", TitleOf(way.Key)), new("users", "Users", CellFormat.Count), .. names.Select(name => new ReportColumn(name, name, CellFormat.Score))],
                [.. groups.Select(object?[] (group) => [group.Value, group.UserCount, .. names.Select(name => (object?)ValueOf(group, name)?.Value)])]);
            if (names.FirstOrDefault(name => groups.Any(group => ValueOf(group, name)?.Lower is not null)) is { } foremost && groups.Length > 1)
            {
                (string Name, MetricValue Metric)[] values = [.. groups.Where(group => ValueOf(group, foremost) is not null).Select(group => (group.Value, ValueOf(group, foremost)!))];
                var title = $"{foremost} by {TitleOf(way.Key)}";
                yield return new FigureBlock(
                    new IntervalData
                    {
                        Title = title,
                        Label = foremost,
                        Marks = [.. values.Select(value => MetricBlocks.MarkOf(value.Name, value.Metric))],
                        Reference = overall.FirstOrDefault(metric => MetricText.NameOf(metric) == foremost)?.Value,
                        ReferenceName = "all users",
                    },
                    MetricBlocks.Numbers(title, values));
            }
        }
    }

    private static string TitleOf(string segment) => segment switch
    {
        "History" => "rows learned from",
        "Cluster" => "group",
        _ => segment,
    };

    private static MetricValue? ValueOf(SegmentMeasurement group, string name) => group.Metrics.FirstOrDefault(metric => MetricText.NameOf(metric) == name && double.IsFinite(metric.Value));
}
