namespace RecTools.Algorithms;

/// <summary>
/// Itemsets with the number of baskets that hold each. Stored as a tree: an itemset is another one, its prefix, and one more item. Items are kept
/// by rank, 0 being the most frequent; the ranks of an itemset fall from its first item to its last.
/// </summary>
public sealed class FrequentItemsets
{
    private readonly int[] parent;
    private readonly int[] rank;
    private readonly int[] support;
    private readonly int[] itemOfRank;
    private readonly Dictionary<int, int> rankOfItem;

    internal FrequentItemsets(int basketCount, int[] itemOfRank, int[] parent, int[] rank, int[] support)
    {
        BasketCount = basketCount;
        this.itemOfRank = itemOfRank;
        this.parent = parent;
        this.rank = rank;
        this.support = support;
        rankOfItem = Enumerable.Range(0, itemOfRank.Length).ToDictionary(itemRank => itemOfRank[itemRank]);
    }

    /// <summary>Items that an itemset can have at most: one of more would have more subsets, all of them frequent, than can be counted.</summary>
    internal const int LargestSize = 31;

    /// <summary>Baskets that were mined, empty ones included.</summary>
    public int BasketCount { get; }

    /// <summary>Number of itemsets.</summary>
    public int Count => parent.Length;

    /// <summary>Number of single items among them.</summary>
    public int ItemCount => itemOfRank.Length;

    /// <summary>Baskets that hold an itemset.</summary>
    public int SupportOf(int itemset) => support[itemset];

    /// <summary>The itemset without its last item; -1 for a single item.</summary>
    internal int PrefixOf(int itemset) => parent[itemset];

    /// <summary>Rank of the last item of an itemset.</summary>
    internal int LastRankOf(int itemset) => rank[itemset];

    /// <summary>The caller's number of the item of a rank.</summary>
    internal int ItemOfRank(int itemRank) => itemOfRank[itemRank];

    /// <summary>The rank of an item that is frequent.</summary>
    internal int RankOfItem(int item) => rankOfItem[item];

    /// <summary>The rank of an item; null if it is not frequent.</summary>
    internal int? TryRankOfItem(int item) => rankOfItem.TryGetValue(item, out var itemRank) ? itemRank : null;

    /// <summary>Number of items in an itemset.</summary>
    public int SizeOf(int itemset)
    {
        var size = 0;
        for (; itemset >= 0; itemset = parent[itemset])
        {
            size++;
        }

        return size;
    }

    /// <summary>The items of an itemset, ascending.</summary>
    public int[] ItemsOf(int itemset)
    {
        var items = new int[SizeOf(itemset)];
        RanksOf(itemset, items);
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = itemOfRank[items[i]];
        }

        Array.Sort(items);
        return items;
    }

    /// <summary>The ranks of an itemset's items, falling.</summary>
    /// <returns>How many there are.</returns>
    internal int RanksOf(int itemset, Span<int> ranks)
    {
        var size = SizeOf(itemset);
        for (var i = size - 1; i >= 0; i--, itemset = parent[itemset])
        {
            ranks[i] = rank[itemset];
        }

        return size;
    }
}
