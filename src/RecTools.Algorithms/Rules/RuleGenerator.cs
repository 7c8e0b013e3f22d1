namespace RecTools.Algorithms;

/// <summary>
/// Makes rules of frequent itemsets: each is split into an if-side and a then-side in every allowed way (Agrawal and Srikant 1994). All counts that a
/// rule needs are those of frequent itemsets.
/// </summary>
internal sealed class RuleGenerator
{
    private const int ItemsetsInPiece = 4096;
    private readonly FrequentItemsets itemsets;
    private readonly ItemsetIndex index;
    private readonly AssociationRulesOptions options;
    private readonly RuleFilter filter;

    /// <summary>Prepares to make rules.</summary>
    public RuleGenerator(FrequentItemsets itemsets, AssociationRulesOptions options, RuleFilter filter)
    {
        this.itemsets = itemsets;
        this.options = options;
        this.filter = filter;
        index = new ItemsetIndex(itemsets);
    }

    /// <summary>Makes the rules.</summary>
    /// <param name="limit">Rules at which to give up.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The rules, strongest first; null if more rules than the limit have the confidence asked for.</returns>
    public RuleSet? Make(int limit, Workers workers)
    {
        var pieces = new List<RuleDraft>[(itemsets.Count + ItemsetsInPiece - 1) / ItemsetsInPiece];
        var found = new ItemsetLimit(limit);
        workers.ForEachPiece(itemsets.Count, ItemsetsInPiece, (from, to) => pieces[from / ItemsetsInPiece] = Split(from, to, found));
        if (found.Found > limit)
        {
            return null;
        }

        // Every rule of enough support and confidence was looked at, so the correction counts them all, whatever the filters below leave.
        var tested = pieces.SelectMany(piece => piece).ToArray();
        var pValues = new double[tested.Length];
        workers.ForEachPiece(tested.Length, ItemsetsInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                pValues[i] = FisherExactTest.PValue(tested[i].Measures);
            }
        });
        var adjusted = MultipleTesting.Correct(pValues, options.PValueCorrection);
        var kept = new bool[tested.Length];
        workers.ForEachPiece(tested.Length, ItemsetsInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                kept[i] = adjusted[i] <= (options.MaxPValue ?? 1) && Keeps(tested[i]);
            }
        });
        int[] order = [.. Enumerable.Range(0, tested.Length).Where(i => kept[i])];
        Array.Sort(order, (a, b) => tested[a].CompareTo(tested[b]));
        return RuleDraft.Join(itemsets.BasketCount, order, tested, pValues, adjusted);
    }

    private List<RuleDraft> Split(int from, int to, ItemsetLimit found)
    {
        var drafts = new List<RuleDraft>();
        var ranks = new int[FrequentItemsets.LargestSize];
        for (var itemset = from; itemset < to; itemset++)
        {
            var size = itemsets.RanksOf(itemset, ranks);
            if (size < 2)
            {
                continue;
            }

            var before = drafts.Count;
            if (options.MaxConsequent == 1)
            {
                for (var place = 0; place < size; place++)
                {
                    Split(itemset, ranks.AsSpan(0, size), 1u << place, drafts);
                }
            }
            else
            {
                for (var right = 1u; right < (1u << size) - 1; right++)
                {
                    if (System.Numerics.BitOperations.PopCount(right) <= options.MaxConsequent)
                    {
                        Split(itemset, ranks.AsSpan(0, size), right, drafts);
                    }
                }
            }

            if (!found.Add(drafts.Count - before))
            {
                break;
            }
        }

        return drafts;
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

    private bool Keeps(RuleDraft rule) => filter.AllowsItems(rule.Antecedent, rule.Consequent) && filter.AllowsMeasures(rule.Measures)
        && !(options.PruneRedundant && IsRedundant(rule));

    // A rule says nothing new if one with fewer conditions, perhaps none, is as sure of the same (Bayardo, Agrawal, Gunopulos 1999).
    private bool IsRedundant(RuleDraft rule)
    {
        if (rule.Measures.Confidence <= (double)rule.Measures.Consequent / itemsets.BasketCount)
        {
            return true;
        }

        Span<int> left = stackalloc int[FrequentItemsets.LargestSize];
        Span<int> both = stackalloc int[FrequentItemsets.LargestSize];
        for (var mask = 1u; mask < (1u << rule.Antecedent.Length) - 1; mask++)
        {
            var size = 0;
            for (var i = 0; i < rule.Antecedent.Length; i++)
            {
                if ((mask >> i & 1) == 1)
                {
                    left[size] = both[size] = itemsets.RankOfItem(rule.Antecedent[i]);
                    size++;
                }
            }

            var bothSize = size;
            foreach (var item in rule.Consequent)
            {
                both[bothSize++] = itemsets.RankOfItem(item);
            }

            Falling(left[..size]);
            Falling(both[..bothSize]);
            if ((double)itemsets.SupportOf(index.Find(both[..bothSize])) / itemsets.SupportOf(index.Find(left[..size])) >= rule.Measures.Confidence)
            {
                return true;
            }
        }

        return false;
    }

    private static void Falling(Span<int> ranks) => ranks.Sort(static (a, b) => b.CompareTo(a));

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
