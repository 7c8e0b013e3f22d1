namespace RecTools.Algorithms;

/// <summary>Finds all itemsets that are in enough baskets.</summary>
internal static class ItemsetMiner
{
    private const int ItemsInPiece = 4;

    /// <summary>Bytes that an itemset takes at most while it is mined, joined to the others and indexed.</summary>
    public const int BytesPerItemset = (2 * ItemsetTree.BytesPerItemset) + ItemsetIndex.BytesPerItemset;

    /// <summary>Mines.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="bounds">What to look for.</param>
    /// <param name="limit">Itemsets at which to give up.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="strategy">How baskets are kept, which changes the time and the order but not what is found.</param>
    /// <returns>The itemsets, in an order that depends on the data alone; null if there are more than the limit.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static FrequentItemsets? Mine(
        BasketSet baskets, ItemsetBounds bounds, long limit, Workers workers, MiningStrategy strategy = MiningStrategy.ByData)
    {
        var items = FrequentItems.Find(baskets, bounds.MinCount, bounds.MaxCount);
        var pieces = Search(baskets, items, bounds, limit, keeps: true, workers, strategy, out var found);
        return found > limit ? null : Join(baskets.Count, items.Items, pieces);
    }

    /// <summary>Counts the itemsets that <see cref="Mine"/> would find, keeping none.</summary>
    /// <returns>Their number; some number above the limit if there are more than that.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static long Count(BasketSet baskets, ItemsetBounds bounds, long limit, Workers workers)
    {
        Search(baskets, FrequentItems.Find(baskets, bounds.MinCount, bounds.MaxCount), bounds, limit, keeps: false, workers, MiningStrategy.ByData, out var found);
        return found;
    }

    private static ItemsetTree[] Search(
        BasketSet baskets, FrequentItems items, ItemsetBounds bounds, long limit, bool keeps, Workers workers, MiningStrategy strategy,
        out long found)
    {
        var root = items.Recode(baskets);
        var ranked = bounds.ForRanks(items.Items);
        var counted = new ItemsetLimit(limit);
        var pieces = new ItemsetTree[(items.Items.Length + ItemsInPiece - 1) / ItemsInPiece];
        workers.ForEachPiece(
            items.Items.Length,
            ItemsInPiece,
            () => new ItemsetSearch(root, items.Counts, ranked, counted, keeps, workers.Cancellation, strategy),
            (from, to, search) => pieces[from / ItemsInPiece] = search.Run(from, to));
        found = counted.Found;
        return pieces;
    }

    private static FrequentItemsets Join(int basketCount, int[] items, ItemsetTree[] pieces)
    {
        var total = pieces.Sum(piece => piece.Count);
        var (parent, rank, support) = (new int[total], new int[total], new int[total]);
        var begin = 0;
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Count; i++)
            {
                parent[begin + i] = piece.Parents[i] < 0 ? -1 : piece.Parents[i] + begin;
            }

            piece.Items.CopyTo(rank.AsSpan(begin));
            piece.Supports.CopyTo(support.AsSpan(begin));
            begin += piece.Count;
        }

        return new FrequentItemsets(basketCount, items, parent, rank, support);
    }
}
