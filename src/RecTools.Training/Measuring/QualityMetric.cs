namespace RecTools.Training;

/// <summary>A figure by which models can be told good from bad.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="IsError">Whether it is an error of predicted ratings, so that less is better.</param>
internal sealed record QualityMetric(string Name, bool IsError = false)
{
    private static readonly QualityMetric[] All =
    [
        new("nDCG"), new("Precision"), new("Recall"), new("HitRate"), new("MAP@k"), new("MAP"), new("RMSE", IsError: true), new("MAE", IsError: true),
    ];

    /// <summary>Names of all of them.</summary>
    public static IEnumerable<string> Names => All.Select(metric => metric.Name);

    /// <summary>The trivial algorithm that a model must beat to be worth anything.</summary>
    public string Baseline => IsError ? "Bias" : "Popularity";

    /// <summary>The metric of a name, whatever the case and with or without the length of the list behind it; that of lists where none is given.</summary>
    /// <exception cref="RecException"><c>MetricUnknown</c>.</exception>
    public static QualityMetric Parse(string? text)
    {
        var name = text?.Trim() ?? All[0].Name;
        QualityMetric? Find(string wanted) => Array.Find(All, metric => metric.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return Find(name) ?? Find(name.Split('@')[0]) ?? throw RecException.Configuration(
            "MetricUnknown", $"Models cannot be ranked by '{text}'.", $"Give one of {string.Join(", ", Names)}.", text);
    }

    /// <summary>Whether one value is better than another.</summary>
    public bool IsBetter(double one, double other) => IsError ? one < other : one > other;
}
