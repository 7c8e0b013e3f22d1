namespace RecTools.Algorithms;

/// <summary>
/// Normalised discounted cumulative gain at k with gains of 0 and 1 (Järvelin and Kekäläinen 2002):
/// sum over hits of 1 / log2(place + 1), divided by the same sum for a list with min(k, relevant) hits on top; places count from 1.
/// </summary>
internal sealed class Ndcg : IRankingMetric
{
    /// <inheritdoc/>
    public string Name => "nDCG";

    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<bool> hits, int relevant, int k)
    {
        double gain = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            gain += hits[i] ? Discount(i + 1) : 0;
        }

        double ideal = 0;
        for (var place = 1; place <= Math.Min(k, relevant); place++)
        {
            ideal += Discount(place);
        }

        return gain / ideal;
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 1);
}
