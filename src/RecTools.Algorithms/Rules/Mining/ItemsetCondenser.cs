namespace RecTools.Algorithms;

/// <summary>Picks the itemsets that say what the others say.</summary>
internal static class ItemsetCondenser
{
    /// <summary>The itemsets of a kind, ascending by number.</summary>
    /// <param name="itemsets">All frequent itemsets.</param>
    /// <param name="kind">Which to keep.</param>
    public static int[] Pick(FrequentItemsets itemsets, ItemsetKind kind)
    {
        var all = Enumerable.Range(0, itemsets.Count);
        if (kind == ItemsetKind.All)
        {
            return [.. all];
        }

        // An itemset is covered by one that has an item more; every such one is frequent, so it is enough to look at each one's parts.
        var covered = new bool[itemsets.Count];
        var index = new ItemsetIndex(itemsets);
        Span<int> ranks = stackalloc int[FrequentItemsets.LargestSize];
        for (var itemset = 0; itemset < itemsets.Count; itemset++)
        {
            var size = itemsets.RanksOf(itemset, ranks);
            for (var left = 0; size > 1 && left < size; left++)
            {
                var part = index.FindWithout(ranks[..size], left);
                covered[part] |= kind == ItemsetKind.Maximal || itemsets.SupportOf(part) == itemsets.SupportOf(itemset);
            }
        }

        return [.. all.Where(itemset => !covered[itemset])];
    }
}
