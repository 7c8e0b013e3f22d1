namespace RecTools.Algorithms;

/// <summary>Precision@k: hits in the list / k. A list that is shorter than k counts as filled up with misses.</summary>
internal sealed class Precision : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "Precision";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k) => (double)hits.Count(true) / k;
}
