using System.Globalization;

namespace RecTools;

/// <summary>One measured quality.</summary>
/// <param name="Split">
/// Which rows it was measured on, such as <c>Holdout</c>; <c>AsShown</c> for the same with lists under business rules; <c>Model</c> for facts of the model itself,
/// such as how many rules it has; <c>Lists</c> for facts of the published lists.
/// </param>
/// <param name="Name">Metric: <c>RMSE</c>, <c>MAE</c>, <c>Precision</c>, <c>Recall</c>, <c>nDCG</c>, <c>HitRate</c>, <c>MAP</c>, <c>MAP@k</c>, <c>Coverage</c>, <c>Novelty</c>, <c>PopularityBias</c> or <c>Diversity</c>.</param>
/// <param name="K">Length of the list for ranking metrics; null for the others.</param>
/// <param name="Value">The figure, averaged over users for ranking metrics and over rows for rating errors.</param>
/// <param name="Lower">Lower end of the 95 % bootstrap interval over users.</param>
/// <param name="Upper">Upper end of the 95 % bootstrap interval over users.</param>
public sealed record MetricValue(string Split, string Name, int? K, double Value, double? Lower, double? Upper)
{
    /// <summary>Split of what was measured on lists under business rules.</summary>
    public const string AsShown = "AsShown";

    /// <summary>Whether the lists measured were put together under business rules.</summary>
    public bool IsAsShown => Split == AsShown;

    /// <summary>Name and figure, such as <c>nDCG@10 0.4842</c>.</summary>
    public override string ToString()
    {
        // The k of MAP@k is in its name already, and MAP looks at the whole list.
        var name = K is null || Name.StartsWith("MAP", StringComparison.Ordinal) ? Name : $"{Name}@{K}";
        var format = Split is not ("Model" or "Lists") ? "0.0000" : Value == Math.Floor(Value) ? "N0" : "0.####";
        return $"{name} {Value.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
