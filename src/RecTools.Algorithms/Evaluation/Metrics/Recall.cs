namespace RecTools.Algorithms;

/// <summary>Recall@k: hits in the list / relevant items.</summary>
internal sealed class Recall : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "Recall";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k) => (double)hits.Count(true) / relevant;
}
