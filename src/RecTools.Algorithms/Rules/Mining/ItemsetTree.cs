namespace RecTools.Algorithms;

/// <summary>Itemsets as a tree that grows: each is an earlier one and one item more, so that any itemset takes twelve bytes.</summary>
/// <param name="keeps">Whether the itemsets are kept; if not, they are only counted.</param>
internal sealed class ItemsetTree(bool keeps = true)
{
    private int[] parent = new int[256];
    private int[] item = new int[256];
    private int[] support = new int[256];

    /// <summary>Bytes that an itemset takes.</summary>
    public const int BytesPerItemset = 3 * sizeof(int);

    /// <summary>Itemsets so far.</summary>
    public int Count { get; private set; }

    /// <summary>For each itemset the one without its last item; -1 for none.</summary>
    public ReadOnlySpan<int> Parents => parent.AsSpan(0, Count);

    /// <summary>For each itemset its last item.</summary>
    public ReadOnlySpan<int> Items => item.AsSpan(0, Count);

    /// <summary>For each itemset the baskets that hold it.</summary>
    public ReadOnlySpan<int> Supports => support.AsSpan(0, Count);

    /// <summary>Adds an itemset.</summary>
    /// <param name="prefix">The itemset without its last item; -1 for a single item.</param>
    /// <param name="last">The last item.</param>
    /// <param name="count">Baskets that hold the itemset.</param>
    /// <returns>Its number.</returns>
    public int Add(int prefix, int last, int count)
    {
        if (!keeps)
        {
            return Count++;
        }

        if (Count == parent.Length)
        {
            var size = (int)Math.Min(Array.MaxLength, 2L * Count);
            Array.Resize(ref parent, size);
            Array.Resize(ref item, size);
            Array.Resize(ref support, size);
        }

        parent[Count] = prefix;
        item[Count] = last;
        support[Count] = count;
        return Count++;
    }
}
