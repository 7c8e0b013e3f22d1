namespace RecTools.Algorithms;

/// <summary>
/// Mean average precision over all relevant items, of a list cut at k: sum over hits of (hits up to the place / place) / relevant items.
/// Relevant items that the list has no room for count as missed.
/// </summary>
internal sealed class Map : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "MAP";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k) => AveragePrecision.Sum(hits) / relevant;
}
