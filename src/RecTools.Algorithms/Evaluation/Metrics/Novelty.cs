namespace RecTools.Algorithms;

/// <summary>
/// Novelty@k, in bits: -log2(share of users who have the item), mean over the items of a list, and then over users with a list: the self-information of
/// what is recommended (Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang 2010; Vargas and Castells 2011). 0 if everybody has everything on the lists.
/// </summary>
/// <remarks>An item that nobody has counts as if one user had it: the most novel that an item can be.</remarks>
/// <param name="popularity">Who has what.</param>
internal sealed class Novelty(ItemPopularity popularity) : IListMetric
{
    private readonly double[] bits = Array.ConvertAll(popularity.Holders, holders => Math.Log2((double)Math.Max(1, popularity.UserCount) / Math.Max(1, holders)));

    /// <inheritdoc/>
    public string Name => "Novelty";

    /// <inheritdoc/>
    public (double Value, double Weight) Measure(int user, ReadOnlySpan<ScoredItem> list)
    {
        if (list.IsEmpty)
        {
            return (0, 0);
        }

        double sum = 0;
        foreach (var entry in list)
        {
            sum += bits[entry.Item];
        }

        return (sum / list.Length, 1);
    }
}
