namespace RecTools.Algorithms;

/// <summary>Mean average precision at k: sum over hits of (hits up to the place / place) / min(k, relevant items). A perfect list gets 1.</summary>
internal sealed class MapAtK : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "MAP@k";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k) => AveragePrecision.Sum(hits) / Math.Min(k, relevant);
}
