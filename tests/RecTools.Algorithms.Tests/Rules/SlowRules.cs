using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Itemsets and rules the obvious way: every set of items is looked for in every basket. Items are the bits of a mask.</summary>
internal static class SlowRules
{
    /// <summary>Baskets drawn at random, some empty, some alike.</summary>
    public static uint[] Draw(ref SeededRandom random, int baskets, int items, double density)
    {
        var drawn = new uint[baskets];
        for (var basket = 0; basket < baskets; basket++)
        {
            if (basket > 0 && random.NextDouble() < 0.2)
            {
                drawn[basket] = drawn[random.Next(basket)];
                continue;
            }

            for (var item = 0; item < items; item++)
            {
                drawn[basket] |= random.NextDouble() < density ? 1u << item : 0;
            }
        }

        return drawn;
    }

    /// <summary>The same baskets as the miner takes them.</summary>
    public static BasketSet ToSet(uint[] baskets, int items)
    {
        List<int> start = [0];
        var entries = new List<int>();
        foreach (var basket in baskets)
        {
            entries.AddRange(ItemsOf(basket));
            start.Add(entries.Count);
        }

        return new BasketSet(items, [.. start], [.. entries]);
    }

    /// <summary>Items of a mask, ascending.</summary>
    public static IEnumerable<int> ItemsOf(uint mask) => Enumerable.Range(0, 32).Where(item => (mask >> item & 1) == 1);

    /// <summary>Baskets that hold all items of a mask.</summary>
    public static int Count(uint[] baskets, uint mask) => baskets.Count(basket => (basket & mask) == mask);

    /// <summary>All sets of items that are in enough baskets, with their counts.</summary>
    public static Dictionary<uint, int> Itemsets(uint[] baskets, int items, int minCount) => Enumerable.Range(1, (1 << items) - 1)
        .Select(mask => (Mask: (uint)mask, Count: Count(baskets, (uint)mask)))
        .Where(set => set.Count >= minCount)
        .ToDictionary(set => set.Mask, set => set.Count);

    /// <summary>What the miner found, as masks.</summary>
    public static Dictionary<uint, int> ToMasks(FrequentItemsets itemsets) => Enumerable.Range(0, itemsets.Count)
        .ToDictionary(itemset => ToMask(itemsets.ItemsOf(itemset)), itemsets.SupportOf);

    /// <summary>Items as a mask.</summary>
    public static uint ToMask(ReadOnlySpan<int> items)
    {
        uint mask = 0;
        foreach (var item in items)
        {
            Assert.Equal(0u, mask >> item & 1);
            mask |= 1u << item;
        }

        return mask;
    }
}
