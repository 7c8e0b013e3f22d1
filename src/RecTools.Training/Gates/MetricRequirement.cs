using System.Globalization;
using System.Text.RegularExpressions;

namespace RecTools.Training;

/// <summary>A bound of one metric, such as <c>nDCG@10>=0.38</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Split">Rows that it was measured on; null for those that the model alone is measured on.</param>
/// <param name="Name">The metric.</param>
/// <param name="K">Length of the list; null where it was not written.</param>
/// <param name="Operator">How the figure must stand to the bound.</param>
/// <param name="Bound">The bound.</param>
internal sealed partial record MetricRequirement(string Text, string? Split, string Name, int? K, string Operator, double Bound)
{
    /// <summary>Reads a bound.</summary>
    /// <exception cref="RecException"><c>GateUnclear</c>.</exception>
    public static MetricRequirement Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["bound"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
        {
            throw RecException.Configuration(
                "GateUnclear", $"-RequireMetric '{text}' is no bound of a metric.",
                "Write name, operator and number, such as 'nDCG@10>=0.38', 'RMSE<=0.95' or, for lists under business rules, 'AsShown:nDCG@10>=0.3'.", text);
        }

        // MAP@k is the name of a metric.
        var (name, length) = (match.Groups["name"].Value, match.Groups["k"]);
        return new MetricRequirement(
            text,
            match.Groups["split"] is { Success: true } split ? split.Value : null,
            length.Value == "k" ? $"{name}@k" : name,
            length.Success && length.Value != "k" ? int.Parse(length.ValueSpan, CultureInfo.InvariantCulture) : null,
            match.Groups["op"].Value,
            bound);
    }

    /// <summary>Whether a figure is the one that is bounded.</summary>
    public bool Means(MetricValue metric) =>
        metric.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        && (K is null || metric.K == K)
        && (Split is null ? !metric.IsAsShown : metric.Split.Equals(Split, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a figure is within the bound.</summary>
    public bool IsMetBy(double value) => Operator switch
    {
        ">=" => value >= Bound,
        ">" => value > Bound,
        "<=" => value <= Bound,
        _ => value < Bound,
    };

    [GeneratedRegex(@"^\s*((?<split>\w+)\s*[:.]\s*)?(?<name>[A-Za-z]+)(@(?<k>\d{1,6}|k))?\s*(?<op>>=|<=|>|<)\s*(?<bound>\S+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
