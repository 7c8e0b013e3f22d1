namespace RecTools.Algorithms;

/// <summary>
/// The baskets that hold some itemset, without its items and without all that cannot extend it to a frequent one: the database that a step of
/// the search looks at. Items are numbered by falling count in all baskets, and each basket is in ascending order. The arrays are used again and again.
/// </summary>
internal sealed class ConditionalBaskets
{
    private int[] start = new int[64];
    private int[] item = new int[256];
    private int[] original = new int[16];
    private int[] node = new int[16];
    private int[] occurrences = new int[16];
    private int[] occurrenceStart = new int[17];
    private int[] first = [];
    private int[] place = [];

    /// <summary>Items that extend the itemset.</summary>
    public int ItemCount { get; private set; }

    /// <summary>Baskets with two such items at least; the others have nothing more to tell.</summary>
    public int Count { get; private set; }

    /// <summary>Entries in all baskets.</summary>
    public int EntryCount => start[Count];

    /// <summary>Number of an item in the whole search.</summary>
    public int OriginalOf(int local) => original[local];

    /// <summary>The itemset that an item makes of the current one.</summary>
    public int NodeOf(int local) => node[local];

    /// <summary>One basket.</summary>
    public ReadOnlySpan<int> Basket(int index) => item.AsSpan(start[index], start[index + 1] - start[index]);

    /// <summary>Places in <see cref="Before"/> where an item occurs. Call <see cref="IndexOccurrences"/> first.</summary>
    public (int Begin, int End) OccurrencesOf(int local) => (occurrenceStart[local], occurrenceStart[local + 1]);

    /// <summary>What a basket holds before an occurrence of an item: the items more frequent than it.</summary>
    public ReadOnlySpan<int> Before(int occurrence) => item.AsSpan(first[occurrence], place[occurrence] - first[occurrence]);

    /// <summary>Forgets everything.</summary>
    public void Clear() => (ItemCount, Count, start[0]) = (0, 0, 0);

    /// <summary>Adds an item.</summary>
    /// <returns>Its number here.</returns>
    public int AddItem(int originalItem, int itemNode)
    {
        if (ItemCount == original.Length)
        {
            Grow(ref original, ItemCount + 1);
            Grow(ref node, ItemCount + 1);
            Grow(ref occurrences, ItemCount + 1);
            Grow(ref occurrenceStart, ItemCount + 2);
        }

        original[ItemCount] = originalItem;
        node[ItemCount] = itemNode;
        occurrences[ItemCount] = 0;
        return ItemCount++;
    }

    /// <summary>Adds a basket, keeping the items that have a number here.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="number">For each of its items the number here; -1 for items that do not count.</param>
    /// <returns>Whether it has two of them, so that it was added.</returns>
    public bool AddBasket(ReadOnlySpan<int> basket, int[] number)
    {
        var begin = start[Count];
        if (begin + basket.Length > item.Length)
        {
            Grow(ref item, begin + basket.Length);
        }

        var target = item;
        var end = begin;
        foreach (var old in basket)
        {
            var fresh = number[old];

            // Written in any case, counted only where it belongs: a branch here would be guessed wrong half of the time.
            target[end] = fresh;
            end += fresh >= 0 ? 1 : 0;
        }

        if (end - begin < 2)
        {
            return false;
        }

        if (++Count == start.Length)
        {
            Grow(ref start, Count + 1);
        }

        start[Count] = end;
        return true;
    }

    /// <summary>Sorts the items of the last basket added, for baskets that do not come in this search's order.</summary>
    public void SortLastBasket() => item.AsSpan(start[Count - 1], start[Count] - start[Count - 1]).Sort();

    /// <summary>Lists where each item occurs, in the order of the baskets.</summary>
    public void IndexOccurrences()
    {
        var entries = EntryCount;
        if (first.Length < entries)
        {
            Grow(ref first, entries);
            Grow(ref place, entries);
        }

        foreach (var local in item.AsSpan(0, entries))
        {
            occurrences[local]++;
        }

        occurrenceStart[0] = 0;
        for (var local = 0; local < ItemCount; local++)
        {
            occurrenceStart[local + 1] = occurrenceStart[local] + occurrences[local];
            occurrences[local] = occurrenceStart[local];
        }

        for (var basket = 0; basket < Count; basket++)
        {
            for (var i = start[basket]; i < start[basket + 1]; i++)
            {
                var occurrence = occurrences[item[i]]++;
                first[occurrence] = start[basket];
                place[occurrence] = i;
            }
        }
    }

    private static void Grow(ref int[] array, int needed) => Array.Resize(ref array, Math.Max(needed, 2 * array.Length));
}
