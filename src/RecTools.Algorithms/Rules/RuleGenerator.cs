namespace RecTools.Algorithms;

/// <summary>
/// Makes rules of frequent itemsets: each is split into an if-side and a then-side in every allowed way (Agrawal and Srikant 1994). All counts that a
/// rule needs are those of frequent itemsets.
/// </summary>
internal sealed class RuleGenerator
{
    private const int ItemsetsInPiece = 4096;
    private const int SplitsBetweenChecks = 4096;
    private readonly FrequentItemsets itemsets;
    private readonly ItemsetIndex index;
    private readonly AssociationRulesOptions options;
    private readonly RuleFilter filter;
    private readonly ItemHierarchy? hierarchy;

    /// <summary>Prepares to make rules.</summary>
    /// <param name="itemsets">The itemsets.</param>
    /// <param name="options">Settings.</param>
    /// <param name="filter">Which rules are kept.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    public RuleGenerator(FrequentItemsets itemsets, AssociationRulesOptions options, RuleFilter filter, ItemHierarchy? hierarchy)
    {
        this.itemsets = itemsets;
        this.options = options;
        this.filter = filter;
        this.hierarchy = hierarchy;
        index = new ItemsetIndex(itemsets);
    }

    /// <summary>Makes the rules.</summary>
    /// <param name="limit">Rules at which to give up.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The rules, strongest first; null if more rules than the limit have the confidence asked for.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public RuleSet? Make(int limit, Workers workers)
    {
        var pieces = new List<RuleDraft>[(itemsets.Count + ItemsetsInPiece - 1) / ItemsetsInPiece];
        var found = new ItemsetLimit(limit);
        workers.ForEachPiece(itemsets.Count, ItemsetsInPiece, (from, to) => pieces[from / ItemsetsInPiece] = Split(from, to, found, workers.Cancellation));
        if (found.Found > limit)
        {
            return null;
        }

        var confident = pieces.SelectMany(piece => piece).ToArray();
        var pValues = new double[confident.Length];
        workers.ForEachPiece(confident.Length, ItemsetsInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                pValues[i] = FisherExactTest.PValue(confident[i].Measures);
            }
        });
        var adjusted = MultipleTesting.Correct(pValues, CountTests(), options.PValueCorrection);
        var redundancy = options.PruneRedundant ? new RedundantRules(itemsets, index, hierarchy, workers) : null;
        var kept = new bool[confident.Length];
        workers.ForEachPiece(confident.Length, ItemsetsInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var rule = confident[i];
                kept[i] = adjusted[i] <= (options.MaxPValue ?? 1) && filter.AllowsItems(rule.Antecedent, rule.Consequent)
                    && filter.AllowsMeasures(rule.Measures) && redundancy?.Contains(rule) != true;
            }
        });
        int[] order = [.. Enumerable.Range(0, confident.Length).Where(i => kept[i])];
        Array.Sort(order, (a, b) => confident[a].CompareTo(confident[b]));
        return RuleDraft.Join(itemsets.BasketCount, order, confident, pValues, adjusted);
    }

    private long CountTests()
    {
        var itemsetsOfSize = new long[FrequentItemsets.LargestSize + 1];
        for (var itemset = 0; itemset < itemsets.Count; itemset++)
        {
            itemsetsOfSize[itemsets.SizeOf(itemset)]++;
        }

        return RuleFamily.Count(itemsetsOfSize, options.MaxConsequent, options.MaxItems == 0 ? FrequentItemsets.LargestSize : options.MaxItems);
    }

    private List<RuleDraft> Split(int from, int to, ItemsetLimit found, CancellationToken cancellation)
    {
        var drafts = new List<RuleDraft>();
        var ranks = new int[FrequentItemsets.LargestSize];
        var (reported, splits) = (0, 0);
        for (var itemset = from; itemset < to; itemset++)
        {
            var size = itemsets.RanksOf(itemset, ranks);
            for (var right = 1; right <= options.MaxConsequent && right < size; right++)
            {
                foreach (var mask in ItemSubsets.OfSize(size, right))
                {
                    // One large itemset alone can be split in millions of ways.
                    if (++splits % SplitsBetweenChecks == 0 && !MayGoOn())
                    {
                        return drafts;
                    }

                    Split(itemset, ranks.AsSpan(0, size), mask, drafts);
                }
            }
        }

        MayGoOn();
        return drafts;

        bool MayGoOn()
        {
            cancellation.ThrowIfCancellationRequested();
            var fresh = drafts.Count - reported;
            reported = drafts.Count;
            return found.Add(fresh);
        }
    }

    // The bits of the mask say which of the items go to the right.
    private void Split(int itemset, ReadOnlySpan<int> ranks, uint mask, List<RuleDraft> drafts)
    {
        Span<int> left = stackalloc int[FrequentItemsets.LargestSize];
        Span<int> right = stackalloc int[FrequentItemsets.LargestSize];
        var (leftSize, rightSize) = (0, 0);
        for (var i = 0; i < ranks.Length; i++)
        {
            if ((mask >> i & 1) == 0)
            {
                left[leftSize++] = ranks[i];
            }
            else
            {
                right[rightSize++] = ranks[i];
            }
        }

        var both = itemsets.SupportOf(itemset);
        var antecedent = itemsets.SupportOf(index.Find(left[..leftSize]));
        if ((double)both / antecedent >= options.MinConfidence)
        {
            var consequent = itemsets.SupportOf(index.Find(right[..rightSize]));
            drafts.Add(new RuleDraft(ItemsOf(left[..leftSize]), ItemsOf(right[..rightSize]), new RuleMeasures(itemsets.BasketCount, antecedent, consequent, both)));
        }
    }

    private int[] ItemsOf(ReadOnlySpan<int> ranks)
    {
        var items = new int[ranks.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = itemsets.ItemOfRank(ranks[i]);
        }

        Array.Sort(items);
        return items;
    }
}
