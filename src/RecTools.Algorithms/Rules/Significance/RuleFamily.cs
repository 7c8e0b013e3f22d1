namespace RecTools.Algorithms;

/// <summary>
/// Counts the rules that could be tested: all pairs of an if-side and a then-side that are frequent each, whether they are frequent together or not. The
/// confidence of a rule and the count of its itemset pick what looks good in the same baskets that its p-value is from, so a family of what passed them
/// alone would be too small (Webb 2007); how frequent each side is says nothing of the two together, and Fisher's test takes both as given.
/// </summary>
internal static class RuleFamily
{
    /// <summary>Number of rules that could be tested.</summary>
    /// <param name="itemsetsOfSize">Frequent itemsets of each size, from 0 items on.</param>
    /// <param name="maxConsequent">Items on the then-side at most.</param>
    /// <param name="maxItems">Items on both sides at most.</param>
    /// <returns>
    /// The number. With one item on the then-side it is exact but for pairs of an item and its category; with more it is a bound from above, since pairs that share
    /// an item are taken out only as far as counts tell.
    /// </returns>
    public static long Count(ReadOnlySpan<long> itemsetsOfSize, int maxConsequent, int maxItems)
    {
        double tests = 0;
        var items = itemsetsOfSize.Length > 1 ? itemsetsOfSize[1] : 0;
        for (var left = 1; left < itemsetsOfSize.Length; left++)
        {
            for (var right = 1; right < itemsetsOfSize.Length && right <= maxConsequent && left + right <= maxItems; right++)
            {
                tests += itemsetsOfSize[left] * Math.Min(itemsetsOfSize[right], Choose(items - left, right));
            }
        }

        // Far beyond what any p-value can make up for.
        return (long)Math.Min(tests, 1e18);
    }

    private static double Choose(long from, int count)
    {
        double ways = 1;
        for (var i = 0; i < count; i++)
        {
            ways *= Math.Max(0, from - i) / (i + 1.0);
        }

        return Math.Round(ways);
    }
}
