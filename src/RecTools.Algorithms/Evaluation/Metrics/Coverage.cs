namespace RecTools.Algorithms;

/// <summary>Coverage@k: different items in the lists of the users measured / all items.</summary>
/// <remarks>It has no interval: a resample of users leaves out a third of them, so its number of different items is always too small.</remarks>
internal static class Coverage
{
    /// <summary>Name in results.</summary>
    public const string Name = "Coverage";

    /// <summary>The share of items that somebody was recommended.</summary>
    /// <param name="lists">Lists of the users measured; empty for the others.</param>
    /// <param name="itemCount">Items in all, at least one.</param>
    public static double Measure(TopLists lists, int itemCount)
    {
        var isRecommended = new bool[itemCount];
        for (var user = lists.FirstUser; user < lists.FirstUser + lists.UserCount; user++)
        {
            foreach (var entry in lists.Of(user))
            {
                isRecommended[entry.Item] = true;
            }
        }

        return (double)isRecommended.AsSpan().Count(true) / itemCount;
    }
}
