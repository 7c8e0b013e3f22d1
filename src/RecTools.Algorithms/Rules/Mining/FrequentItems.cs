namespace RecTools.Algorithms;

/// <summary>The items that are in enough baskets, ranked by falling count: projecting on an item then leaves the more frequent ones, of which its baskets are few.</summary>
internal sealed class FrequentItems
{
    private readonly int[] rankOfItem;

    private FrequentItems(int[] items, int[] counts, int[] rankOfItem)
    {
        Items = items;
        Counts = counts;
        this.rankOfItem = rankOfItem;
    }

    /// <summary>The caller's number of the item of each rank.</summary>
    public int[] Items { get; }

    /// <summary>Baskets that hold the item of each rank.</summary>
    public int[] Counts { get; }

    /// <summary>Counts and ranks the items.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="minCount">Baskets an item must be in at least.</param>
    /// <param name="maxCount">Baskets it may be in at most.</param>
    public static FrequentItems Find(BasketSet baskets, int minCount, int maxCount)
    {
        var count = baskets.CountItems();
        int[] items = [.. Enumerable.Range(0, count.Length).Where(item => count[item] >= minCount && count[item] <= maxCount)
            .OrderByDescending(item => count[item]).ThenBy(item => item)];
        var rank = new int[count.Length];
        Array.Fill(rank, -1);
        for (var i = 0; i < items.Length; i++)
        {
            rank[items[i]] = i;
        }

        return new FrequentItems(items, Array.ConvertAll(items, item => count[item]), rank);
    }

    /// <summary>The baskets in ranks, ready to search.</summary>
    public ConditionalBaskets Recode(BasketSet baskets)
    {
        var recoded = new ConditionalBaskets();
        for (var rank = 0; rank < Items.Length; rank++)
        {
            recoded.AddItem(rank, -1);
        }

        for (var basket = 0; basket < baskets.Count; basket++)
        {
            if (recoded.AddBasket(baskets.ItemsOf(basket), rankOfItem))
            {
                recoded.SortLastBasket();
            }
        }

        recoded.IndexOccurrences();
        return recoded;
    }
}
