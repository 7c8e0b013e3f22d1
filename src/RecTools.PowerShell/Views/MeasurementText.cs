using System.Globalization;

namespace RecTools.PowerShell;

/// <summary>What was measured, as lines of text with aligned numbers.</summary>
public static class MeasurementText
{
    private const int BarWidth = 12;
    private const int LineWidth = 96;

    /// <summary>How rows were set aside.</summary>
    public static string Of(SplitRequest split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return split.Kind switch
        {
            SplitKind.Given => $"Given: {split.TestSource}",
            SplitKind.LastOut => "LastOut",
            _ => string.Create(CultureInfo.InvariantCulture, $"{split.Kind}, {split.Holdout * 100:0.#} % held back"),
        };
    }

    /// <summary>Figures, one a line: name, value, interval.</summary>
    public static string Of(IReadOnlyCollection<MetricValue> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var names = metrics.Select(NameOf).ToList();
        var width = names.Count == 0 ? 0 : names.Max(name => name.Length);
        return string.Join('\n', metrics.Select((metric, place) => string.Create(
            CultureInfo.InvariantCulture, $"{names[place].PadRight(width)} {metric.Value,8:0.0000}{Interval(metric)}")));
    }

    /// <summary>Groups of users, one a line: the group, its users, the foremost figure with its interval and a bar.</summary>
    public static string Of(IReadOnlyCollection<SegmentMeasurement> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var lines = segments.Select(segment => (segment.Segment, segment.Value, segment.UserCount, Figure: Foremost(segment.Metrics))).Where(line => line.Figure is not null).ToList();
        if (lines.Count == 0)
        {
            return "";
        }

        var (first, second) = (lines.Max(line => line.Segment.Length), lines.Max(line => line.Value.Length));
        var most = lines.Max(line => line.Figure!.Value);
        return string.Join('\n', lines.Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Segment.PadRight(first)}  {line.Value.PadRight(second)} {line.UserCount,9:N0} {(line.UserCount == 1 ? "user " : "users")}  {NameOf(line.Figure!)} {line.Figure!.Value,7:0.0000}{Interval(line.Figure)} {Bar(line.Figure.Value, most)}").TrimEnd()));
    }

    /// <summary>Sentences in lines that break between words.</summary>
    public static string Wrap(params string?[] sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var lines = new List<string>();
        foreach (var sentence in sentences.Where(text => !string.IsNullOrEmpty(text)))
        {
            var line = "";
            foreach (var word in sentence!.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > LineWidth)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = line.Length == 0 ? word : $"{line} {word}";
                }
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Bytes in the unit that suits them.</summary>
    public static string Of(long bytes)
    {
        var (value, unit) = bytes switch
        {
            >= 1L << 30 => (bytes / (double)(1L << 30), "GB"),
            >= 1L << 20 => (bytes / (double)(1L << 20), "MB"),
            _ => (bytes / 1024.0, "KB"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}");
    }

    /// <summary>The figure that people look at first: of lists, or of ratings where there are none.</summary>
    public static MetricValue? Foremost(IReadOnlyCollection<MetricValue> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return metrics.FirstOrDefault(metric => metric is { Name: "nDCG", IsAsShown: false }) ?? metrics.FirstOrDefault(metric => metric.Name == "RMSE") ?? metrics.FirstOrDefault();
    }

    private static string NameOf(MetricValue metric) =>
        (metric.IsAsShown ? $"{metric.Split}:" : "") + (metric.K is null || metric.Name.StartsWith("MAP", StringComparison.Ordinal) ? metric.Name : $"{metric.Name}@{metric.K}");

    private static string Interval(MetricValue metric) => metric.Lower is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $"  ({metric.Lower:0.0000} to {metric.Upper:0.0000})");

    private static string Bar(double value, double most) => ConsoleBar.Of(most > 0 ? value / most : 0, BarWidth);
}
