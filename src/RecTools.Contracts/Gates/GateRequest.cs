namespace RecTools;

/// <summary>What a run must show before its results take the place of the last ones.</summary>
public sealed record GateRequest
{
    /// <summary>Bounds of metrics, such as <c>nDCG@10>=0.38</c> or <c>RMSE&lt;=0.95</c>.</summary>
    public IReadOnlyList<string> RequireMetric { get; init; } = [];

    /// <summary>Whether the run's RMSE and nDCG, those that it has, must not be worse than those of the run that readers see now, beyond chance.</summary>
    public bool RequireNoWorse { get; init; }

    /// <summary>Share of the recommendations that may be others than readers see now, 0 to 1; null for no bound.</summary>
    public double? MaxChurn { get; init; }
}
