namespace RecTools.Algorithms;

/// <summary>Categories of items, and categories of categories. Items have the numbers below <see cref="ItemCount"/>, categories those from there on.</summary>
public sealed class ItemHierarchy
{
    /// <summary>Levels of categories above an item or category at most.</summary>
    public const int MostLevels = 100;

    private readonly int[][] ancestors;

    private ItemHierarchy(int itemCount, int[][] ancestors)
    {
        ItemCount = itemCount;
        this.ancestors = ancestors;
    }

    /// <summary>Number of items.</summary>
    public int ItemCount { get; }

    /// <summary>Number of items and categories together.</summary>
    public int NodeCount => ancestors.Length;

    /// <summary>All categories above an item or category, ascending.</summary>
    public ReadOnlySpan<int> AncestorsOf(int node) => ancestors[node];

    /// <summary>Builds a hierarchy.</summary>
    /// <param name="itemCount">Number of items.</param>
    /// <param name="parents">For each item and category those right above it; all are categories.</param>
    /// <param name="fault">
    /// Why there is none: nodes of a cycle, the first repeated at the end, or of a chain upwards of more than <see cref="MostLevels"/> levels; empty if all is well.
    /// </param>
    /// <returns>The hierarchy; null if some category is above itself, or there are too many levels.</returns>
    public static ItemHierarchy? TryMake(int itemCount, IReadOnlyList<int>[] parents, out IReadOnlyList<int> fault) =>
        new AncestorSearch(parents).Run(MostLevels, out fault) is { } ancestors ? new ItemHierarchy(itemCount, ancestors) : null;

    /// <summary>Whether one of two is above the other.</summary>
    public bool AreRelated(int a, int b) => Array.BinarySearch(ancestors[a], b) >= 0 || Array.BinarySearch(ancestors[b], a) >= 0;

    /// <summary>The baskets with the categories of their items.</summary>
    public BasketSet Extend(BasketSet baskets)
    {
        var start = new int[baskets.Count + 1];
        var item = new int[2 * baskets.EntryCount];
        var nodes = new List<int>();
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            nodes.Clear();
            ExtendTo(nodes, baskets.ItemsOf(basket));
            start[basket + 1] = start[basket] + nodes.Count;
            if (start[basket + 1] > item.Length)
            {
                Array.Resize(ref item, (int)Math.Min(Array.MaxLength, 2L * start[basket + 1]));
            }

            nodes.CopyTo(item, start[basket]);
        }

        return new BasketSet(NodeCount, start, item[..start[^1]]);
    }

    /// <summary>Puts items and all categories of theirs into a list, ascending, each once.</summary>
    public void ExtendTo(List<int> nodes, ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            nodes.Add(item);
            nodes.AddRange(ancestors[item]);
        }

        nodes.Sort();
        var kept = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i == 0 || nodes[i] != nodes[kept - 1])
            {
                nodes[kept++] = nodes[i];
            }
        }

        nodes.RemoveRange(kept, nodes.Count - kept);
    }

    /// <summary>Writes the hierarchy.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(ItemCount);
        writer.Write(NodeCount);
        foreach (var own in ancestors)
        {
            ModelContent.WriteArray<int>(writer, own);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ItemHierarchy Load(BinaryReader reader)
    {
        var itemCount = ModelContent.ReadCount(reader);
        var ancestors = new List<int[]>();
        var count = ModelContent.ReadCount(reader);
        for (var node = 0; node < count; node++)
        {
            ancestors.Add(ModelContent.ReadArray<int>(reader));
        }

        return new ItemHierarchy(itemCount, [.. ancestors]);
    }
}
