namespace RecTools.Algorithms;

/// <summary>
/// Popularity bias@k: how much more popular the items of the lists are than those that the same users have, as a share:
/// (mean popularity of lists - mean popularity of histories) / mean popularity of histories, where the popularity of an item is the share of users who have
/// it, its mean is taken over the items of a user, and then over users: the change in group average popularity of Abdollahpouri, Mansoury, Burke and
/// Mobasher 2019. 0 if lists are as popular as what users choose themselves, 1 if twice as popular, -1 if nobody has any of the items.
/// </summary>
/// <remarks>Users without a list or without training rows do not count.</remarks>
/// <param name="popularity">Who has what.</param>
/// <param name="train">What each user has, users by items.</param>
internal sealed class PopularityBias(ItemPopularity popularity, SparseMatrix train) : IListMetric
{
    /// <inheritdoc/>
    public string Name => "PopularityBias";

    /// <inheritdoc/>
    public (double Value, double Weight) Measure(int user, ReadOnlySpan<ScoredItem> list)
    {
        var history = train.ColumnsOf(user);
        if (list.IsEmpty || history.IsEmpty)
        {
            return (0, 0);
        }

        double recommended = 0;
        foreach (var entry in list)
        {
            recommended += popularity.ShareOf(entry.Item);
        }

        double had = 0;
        foreach (var item in history)
        {
            had += popularity.ShareOf(item);
        }

        had /= history.Length;
        return ((recommended / list.Length) - had, had);
    }
}
