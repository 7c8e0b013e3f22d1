namespace RecTools.Algorithms;

/// <summary>
/// The search of one thread, depth first: each frequent itemset is extended by the more frequent items of the baskets that hold it. The baskets
/// of a step are copied with only what can go on, and counted by occurrence, as LCM does (Uno, Kiyomi, Arimura 2004); where columns of bits are
/// cheaper, <see cref="BitColumns"/> takes over (Eclat, Zaki 2000).
/// </summary>
internal sealed class ItemsetSearch
{
    private readonly ConditionalBaskets root;
    private readonly int[] rootCounts;
    private readonly ItemsetBounds bounds;
    private readonly ItemsetLimit limit;
    private readonly bool keeps;
    private readonly CancellationToken cancellation;
    private readonly MiningStrategy strategy;
    private readonly List<ConditionalBaskets> levels = [];
    private readonly BitColumns bits;
    private readonly int[] count;
    private readonly int[] number;
    private ItemsetTree tree = new();
    private int reported;
    private bool stopped;

    /// <summary>Makes the scratch space of a thread.</summary>
    /// <param name="root">All baskets, with their occurrences listed.</param>
    /// <param name="rootCounts">Baskets that hold each item.</param>
    /// <param name="bounds">What to look for.</param>
    /// <param name="limit">When to stop.</param>
    /// <param name="keeps">Whether itemsets are kept; if not, they are only counted.</param>
    /// <param name="cancellation">Stops it too.</param>
    /// <param name="strategy">How baskets are kept.</param>
    public ItemsetSearch(
        ConditionalBaskets root, int[] rootCounts, ItemsetBounds bounds, ItemsetLimit limit, bool keeps, CancellationToken cancellation,
        MiningStrategy strategy = MiningStrategy.ByData)
    {
        this.strategy = strategy;
        this.keeps = keeps;
        this.root = root;
        this.rootCounts = rootCounts;
        this.bounds = bounds;
        this.limit = limit;
        this.cancellation = cancellation;
        bits = new BitColumns(bounds, Check);
        count = new int[root.ItemCount];
        number = new int[root.ItemCount];
    }

    /// <summary>Finds the itemsets whose least frequent item is one of a run of items.</summary>
    /// <param name="from">First item.</param>
    /// <param name="to">Item after the last.</param>
    /// <returns>The itemsets; fewer once the limit is passed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ItemsetTree Run(int from, int to)
    {
        tree = new ItemsetTree(keeps);
        reported = 0;
        for (var item = from; item < to && Check(tree); item++)
        {
            var node = tree.Add(-1, item, rootCounts[item]);
            Extend(root, item, node, depth: 0, size: 1);
        }

        limit.Add(tree.Count - reported);
        return tree;
    }

    // Makes the itemsets of one item more out of the one that ends with an item of a level; size is that of the latter.
    private void Extend(ConditionalBaskets level, int item, int node, int depth, int size)
    {
        if (size == bounds.MaxItems)
        {
            return;
        }

        var counts = count.AsSpan(0, item);
        counts.Clear();
        var (begin, end) = level.OccurrencesOf(item);
        for (var i = begin; i < end; i++)
        {
            foreach (var other in level.Before(i))
            {
                counts[other]++;
            }
        }

        var next = Level(depth);
        next.Clear();
        var original = level.OriginalOf(item);
        for (var other = 0; other < counts.Length; other++)
        {
            number[other] = -1;
            if (counts[other] >= bounds.MinCount && bounds.MayJoin(original, level.OriginalOf(other)))
            {
                var joined = level.OriginalOf(other);
                number[other] = next.AddItem(joined, tree.Add(node, joined, counts[other]));
            }
        }

        if (next.ItemCount < 2 || size + 1 == bounds.MaxItems)
        {
            return;
        }

        for (var i = begin; i < end; i++)
        {
            next.AddBasket(level.Before(i), number);
        }

        Search(next, depth + 1, size + 1);
    }

    private void Search(ConditionalBaskets level, int depth, int size)
    {
        if (level.Count < bounds.MinCount || !Check(tree))
        {
            return;
        }

        if (strategy == MiningStrategy.Columns || (strategy == MiningStrategy.ByData && BitColumns.IsCheaper(level)))
        {
            bits.Search(level, tree, size);
            return;
        }

        level.IndexOccurrences();
        for (var item = 1; item < level.ItemCount && Check(tree); item++)
        {
            Extend(level, item, level.NodeOf(item), depth, size);
        }
    }

    private ConditionalBaskets Level(int depth)
    {
        if (depth == levels.Count)
        {
            levels.Add(new ConditionalBaskets());
        }

        return levels[depth];
    }

    // Whether to go on. Asked often, so itemsets are counted only now and then; where few are found, it must still hear at once that it was cancelled.
    private bool Check(ItemsetTree grown)
    {
        const int ItemsetsBetweenChecks = 1 << 12;
        cancellation.ThrowIfCancellationRequested();
        if (stopped || grown.Count - reported < ItemsetsBetweenChecks)
        {
            return !stopped;
        }

        var fresh = grown.Count - reported;
        reported = grown.Count;
        stopped = !limit.Add(fresh);
        return !stopped;
    }
}
