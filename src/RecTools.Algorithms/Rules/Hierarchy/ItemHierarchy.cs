namespace RecTools.Algorithms;

/// <summary>Categories of items, and categories of categories. Items have the numbers below <see cref="ItemCount"/>, categories those from there on.</summary>
public sealed class ItemHierarchy
{
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
    /// <param name="cycle">Nodes of a cycle, the first repeated at the end, if there is one; then there is no hierarchy.</param>
    /// <returns>The hierarchy; null if some category is above itself.</returns>
    public static ItemHierarchy? TryMake(int itemCount, IReadOnlyList<int>[] parents, out IReadOnlyList<int> cycle)
    {
        var ancestors = new int[parents.Length][];
        var path = new List<int>();
        cycle = [];
        for (var node = 0; node < parents.Length; node++)
        {
            if (!Collect(node, parents, ancestors, path))
            {
                cycle = [.. path.SkipWhile(step => step != path[^1])];
                return null;
            }
        }

        return new ItemHierarchy(itemCount, ancestors);
    }

    /// <summary>Whether one of two is above the other.</summary>
    public bool AreRelated(int a, int b) => Array.BinarySearch(ancestors[a], b) >= 0 || Array.BinarySearch(ancestors[b], a) >= 0;

    /// <summary>The baskets with the categories of their items.</summary>
    public BasketSet Extend(BasketSet baskets)
    {
        var start = new int[baskets.Count + 1];
        var item = new List<int>(2 * baskets.EntryCount);
        var nodes = new List<int>();
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            nodes.Clear();
            ExtendTo(nodes, baskets.ItemsOf(basket));
            item.AddRange(nodes);
            start[basket + 1] = item.Count;
        }

        return new BasketSet(NodeCount, start, [.. item]);
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

    // Depth first; the path holds the nodes on the way down, and after a cycle was met the whole of it.
    private static bool Collect(int node, IReadOnlyList<int>[] parents, int[][] ancestors, List<int> path)
    {
        if (ancestors[node] is not null)
        {
            return true;
        }

        var meetsItself = path.Contains(node);
        path.Add(node);
        if (meetsItself)
        {
            return false;
        }

        var own = new SortedSet<int>();
        foreach (var parent in parents[node])
        {
            if (!Collect(parent, parents, ancestors, path))
            {
                return false;
            }

            own.Add(parent);
            own.UnionWith(ancestors[parent]);
        }

        path.RemoveAt(path.Count - 1);
        ancestors[node] = [.. own];
        return true;
    }
}
