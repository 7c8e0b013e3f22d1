namespace RecTools.Algorithms;

/// <summary>Finds an itemset by its items: a hash table from prefix and last item to the itemset.</summary>
internal sealed class ItemsetIndex
{
    private readonly FrequentItemsets itemsets;
    private readonly int[] slots;
    private readonly int shift;

    /// <summary>Indexes itemsets.</summary>
    public ItemsetIndex(FrequentItemsets itemsets)
    {
        this.itemsets = itemsets;

        // A power of two, half to a quarter full.
        var bits = Math.Max(4, 1 + (int)Math.Ceiling(Math.Log2(Math.Max(1, itemsets.Count))));
        shift = 64 - bits;
        slots = new int[1 << bits];
        for (var itemset = 0; itemset < itemsets.Count; itemset++)
        {
            var slot = SlotOf(itemsets.PrefixOf(itemset), itemsets.LastRankOf(itemset));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = itemset + 1;
        }
    }

    /// <summary>Bytes that an itemset takes at most.</summary>
    public const int BytesPerItemset = 4 * sizeof(int);

    /// <summary>The itemset of some items.</summary>
    /// <param name="ranks">Ranks of the items, falling.</param>
    /// <returns>Its number; -1 if there is none.</returns>
    public int Find(ReadOnlySpan<int> ranks)
    {
        var itemset = -1;
        foreach (var rank in ranks)
        {
            itemset = Extended(itemset, rank);
            if (itemset < 0)
            {
                return -1;
            }
        }

        return itemset;
    }

    /// <summary>The itemset of some items without one of them, which must be frequent too.</summary>
    /// <param name="ranks">Ranks of the items, falling.</param>
    /// <param name="left">Place of the one left out.</param>
    public int FindWithout(ReadOnlySpan<int> ranks, int left)
    {
        var itemset = Find(ranks[..left]);
        foreach (var rank in ranks[(left + 1)..])
        {
            itemset = Extended(itemset, rank);
        }

        return itemset;
    }

    /// <summary>The itemset that an item makes of a prefix; -1 if there is none.</summary>
    public int Extended(int prefix, int rank)
    {
        for (var slot = SlotOf(prefix, rank); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var itemset = slots[slot] - 1;
            if (itemsets.LastRankOf(itemset) == rank && itemsets.PrefixOf(itemset) == prefix)
            {
                return itemset;
            }
        }

        return -1;
    }

    private int SlotOf(int prefix, int rank) => (int)((((ulong)(uint)prefix << 32) | (uint)rank) * 0x9E3779B97F4A7C15UL >> shift);
}
