namespace RecTools.Algorithms;

/// <summary>
/// Tells rules that say nothing that a stronger one does not say (Bayardo, Agrawal, Gunopulos 1999; with categories after Srikant and Agrawal 1995). Such is a
/// rule if there is one with the same then-side that is as sure and asks for less: for fewer items, perhaps none, or for categories in place of items. And
/// a rule that leads to a category is one if the same if-side leads as surely to something within that category, from which the category follows.
/// </summary>
internal sealed class RedundantRules
{
    private const int ItemsetsInPiece = 4096;
    private readonly FrequentItemsets itemsets;
    private readonly ItemsetIndex index;
    private readonly CancellationToken cancellation;
    private readonly int[][] above;
    private readonly HashSet<(int Itemset, int Rank)> narrowed = [];

    /// <summary>Prepares to tell.</summary>
    /// <param name="itemsets">The itemsets that the rules are made of.</param>
    /// <param name="index">Finds them.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public RedundantRules(FrequentItemsets itemsets, ItemsetIndex index, ItemHierarchy? hierarchy, Workers workers)
    {
        this.itemsets = itemsets;
        this.index = index;
        cancellation = workers.Cancellation;
        above = new int[itemsets.ItemCount][];
        for (var rank = 0; rank < above.Length; rank++)
        {
            above[rank] = hierarchy is null ? [] : FrequentAbove(hierarchy, itemsets.ItemOfRank(rank));
        }

        if (hierarchy is not null)
        {
            workers.ForEachPiece(itemsets.Count, ItemsetsInPiece, FindNarrowed);
        }
    }

    /// <summary>Whether a rule is redundant.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public bool Contains(RuleDraft rule)
    {
        cancellation.ThrowIfCancellationRequested();
        if (rule.Measures.Confidence <= (double)rule.Measures.Consequent / itemsets.BasketCount)
        {
            return true;
        }

        Span<int> left = stackalloc int[FrequentItemsets.LargestSize];
        var right = Array.ConvertAll(rule.Consequent, itemsets.RankOfItem);
        return LeadsToWhatIsNarrowed(rule, right)
            || HasMoreGeneral(Array.ConvertAll(rule.Antecedent, itemsets.RankOfItem), 0, left, 0, right, rule.Measures, isSame: true);
    }

    // Goes through all ways to leave out each item of the if-side, keep it, or put something above it in its place.
    private bool HasMoreGeneral(int[] from, int place, Span<int> left, int size, int[] right, RuleMeasures rule, bool isSame)
    {
        if (place == from.Length)
        {
            return !isSame && size > 0 && IsAsSure(left[..size], right, rule);
        }

        if (HasMoreGeneral(from, place + 1, left, size, right, rule, isSame: false))
        {
            return true;
        }

        left[size] = from[place];
        if (HasMoreGeneral(from, place + 1, left, size + 1, right, rule, isSame))
        {
            return true;
        }

        foreach (var category in above[from[place]])
        {
            left[size] = category;
            if (HasMoreGeneral(from, place + 1, left, size + 1, right, rule, isSame: false))
            {
                return true;
            }
        }

        return false;
    }

    // Where an if-side holds something twice, or something and what is above it, there is no such itemset.
    private bool IsAsSure(ReadOnlySpan<int> chosen, ReadOnlySpan<int> right, RuleMeasures rule)
    {
        cancellation.ThrowIfCancellationRequested();
        Span<int> ranks = stackalloc int[2 * FrequentItemsets.LargestSize];
        chosen.CopyTo(ranks);
        var left = Find(ranks[..chosen.Length]);
        if (left < 0)
        {
            return false;
        }

        right.CopyTo(ranks[chosen.Length..]);
        var both = Find(ranks[..(chosen.Length + right.Length)]);
        return both >= 0 && (double)itemsets.SupportOf(both) / itemsets.SupportOf(left) >= rule.Confidence;
    }

    private bool LeadsToWhatIsNarrowed(RuleDraft rule, int[] right)
    {
        if (narrowed.Count == 0)
        {
            return false;
        }

        int[] ranks = [.. rule.Antecedent.Select(itemsets.RankOfItem), .. right];
        var itemset = Find(ranks);
        return Array.Exists(right, rank => narrowed.Contains((itemset, rank)));
    }

    // Where a category in place of an item is in no more baskets, what leads to the category leads to the item.
    private void FindNarrowed(int from, int to)
    {
        Span<int> ranks = stackalloc int[FrequentItemsets.LargestSize];
        Span<int> wider = stackalloc int[FrequentItemsets.LargestSize];
        for (var itemset = from; itemset < to; itemset++)
        {
            var size = itemsets.RanksOf(itemset, ranks);
            for (var place = 0; size > 1 && place < size; place++)
            {
                foreach (var category in above[ranks[place]])
                {
                    ranks[..size].CopyTo(wider);
                    wider[place] = category;
                    if (Find(wider[..size]) is >= 0 and var other && itemsets.SupportOf(other) == itemsets.SupportOf(itemset))
                    {
                        lock (narrowed)
                        {
                            narrowed.Add((other, category));
                        }
                    }
                }
            }
        }
    }

    private int[] FrequentAbove(ItemHierarchy hierarchy, int item)
    {
        var ranks = new List<int>();
        foreach (var category in hierarchy.AncestorsOf(item))
        {
            if (itemsets.TryRankOfItem(category) is { } rank)
            {
                ranks.Add(rank);
            }
        }

        return [.. ranks];
    }

    private int Find(Span<int> ranks)
    {
        ranks.Sort(static (a, b) => b.CompareTo(a));
        return index.Find(ranks);
    }
}
