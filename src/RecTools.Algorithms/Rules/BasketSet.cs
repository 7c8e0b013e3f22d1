namespace RecTools.Algorithms;

/// <summary>Baskets, each a set of items numbered from 0.</summary>
public sealed class BasketSet
{
    private readonly int[] start;
    private readonly int[] item;

    /// <summary>Wraps arrays that the set then owns.</summary>
    /// <param name="itemCount">Number of items.</param>
    /// <param name="start">Where each basket starts; one longer than the number of baskets.</param>
    /// <param name="item">Items of the baskets one after the other, ascending within a basket, none twice.</param>
    public BasketSet(int itemCount, int[] start, int[] item)
    {
        ItemCount = itemCount;
        this.start = start;
        this.item = item;
    }

    /// <summary>Number of baskets, empty ones included.</summary>
    public int Count => start.Length - 1;

    /// <summary>Number of items.</summary>
    public int ItemCount { get; }

    /// <summary>Items in all baskets together.</summary>
    public int EntryCount => item.Length;

    /// <summary>Items of one basket, ascending.</summary>
    public ReadOnlySpan<int> ItemsOf(int basket) => item.AsSpan(start[basket], start[basket + 1] - start[basket]);

    /// <summary>Baskets that hold each item.</summary>
    public int[] CountItems()
    {
        var count = new int[ItemCount];
        foreach (var entry in item)
        {
            count[entry]++;
        }

        return count;
    }

    /// <summary>Items in the largest basket.</summary>
    public int LargestSize
    {
        get
        {
            var largest = 0;
            for (var basket = 0; basket < Count; basket++)
            {
                largest = Math.Max(largest, start[basket + 1] - start[basket]);
            }

            return largest;
        }
    }

    /// <summary>Where each basket starts in <see cref="Entries"/>; one longer than their number.</summary>
    public ReadOnlySpan<int> Starts => start;

    /// <summary>Items of the baskets one after the other.</summary>
    public ReadOnlySpan<int> Entries => item;

    /// <summary>The baskets of at most so many items.</summary>
    public BasketSet WithAtMost(int size)
    {
        var (starts, items, kept) = (new int[Count + 1], new int[item.Length], 0);
        for (var basket = 0; basket < Count; basket++)
        {
            var own = ItemsOf(basket);
            if (own.Length <= size)
            {
                own.CopyTo(items.AsSpan(starts[kept]));
                starts[kept + 1] = starts[kept] + own.Length;
                kept++;
            }
        }

        return new BasketSet(ItemCount, starts[..(kept + 1)], items[..starts[kept]]);
    }

    /// <summary>The same baskets without some of their items.</summary>
    /// <param name="keep">Takes a basket and an item.</param>
    public BasketSet Where(Func<int, int, bool> keep)
    {
        var (starts, items, end) = (new int[Count + 1], new int[item.Length], 0);
        for (var basket = 0; basket < Count; basket++)
        {
            foreach (var entry in ItemsOf(basket))
            {
                if (keep(basket, entry))
                {
                    items[end++] = entry;
                }
            }

            starts[basket + 1] = end;
        }

        return new BasketSet(ItemCount, starts, items[..end]);
    }

    /// <summary>The same baskets with their items numbered anew, in the same order.</summary>
    /// <param name="place">New number of each item.</param>
    /// <param name="itemCount">Number of items then.</param>
    public BasketSet Renumber(int[] place, int itemCount) => new(itemCount, start, Array.ConvertAll(item, entry => place[entry]));

    /// <summary>The rows of a matrix as baskets; values do not matter. A row with nothing in it is no basket.</summary>
    public static BasketSet FromRows(SparseMatrix matrix) => new(matrix.ColumnCount, [.. matrix.RowStart.Distinct()], matrix.Column);
}
