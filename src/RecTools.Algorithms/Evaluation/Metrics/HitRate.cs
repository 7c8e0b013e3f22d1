namespace RecTools.Algorithms;

/// <summary>Hit rate@k: 1 if there is a hit in the list, otherwise 0.</summary>
internal sealed class HitRate : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "HitRate";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k) => hits.Contains(true) ? 1 : 0;
}
