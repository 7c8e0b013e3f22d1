using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>From baskets to itemsets and rules, within bounds of memory: what the algorithm, the analyst's cmdlet and the estimate share.</summary>
/// <remarks>
/// Rules after Agrawal, Imielinski and Swami 1993. With a hierarchy each basket holds the categories of its items too, and no itemset holds an item
/// and a category of it (Cumulate, Srikant and Agrawal 1995).
/// </remarks>
public sealed class RuleMiner
{
    private readonly AssociationRulesOptions options;
    private readonly SideData side;
    private readonly Workers workers;
    private readonly long itemsetLimit;
    private readonly int ruleLimit;
    private readonly BasketSet baskets;

    /// <summary>Prepares baskets.</summary>
    /// <param name="baskets">The baskets, of items alone.</param>
    /// <param name="options">Settings.</param>
    /// <param name="side">Hierarchy and texts of the items.</param>
    /// <param name="memoryLimit">Bytes that mining may take.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public RuleMiner(BasketSet baskets, AssociationRulesOptions options, SideData side, long memoryLimit, Workers workers)
    {
        this.options = options;
        this.side = side;
        this.workers = workers;
        var kept = options.MaxBasketSize > 0 ? baskets.WithAtMost(options.MaxBasketSize) : baskets;
        LargeBaskets = baskets.Count - kept.Count;
        this.baskets = side.Hierarchy is { } hierarchy ? hierarchy.Extend(kept) : kept;
        var fitting = Math.Max(1, memoryLimit / 2 / ItemsetMiner.BytesPerItemset);
        itemsetLimit = options.MaxItemsets > 0 ? Math.Min(options.MaxItemsets, fitting) : fitting;
        itemsetLimit = Math.Min(itemsetLimit, Array.MaxLength / 4);
        ruleLimit = (int)Math.Clamp(memoryLimit / 2 / RuleDraft.Bytes, 1, Array.MaxLength / 64);
    }

    /// <summary>Baskets left out because they have too many items.</summary>
    public int LargeBaskets { get; }

    /// <summary>Baskets that are mined.</summary>
    public int BasketCount => baskets.Count;

    /// <summary>Baskets that hold each item, and each category after them.</summary>
    public int[] CountItems() => baskets.CountItems();

    /// <summary>Warns of baskets that were left out, if any were.</summary>
    public void WarnOfLargeBaskets(IRunObserver observer)
    {
        if (LargeBaskets > 0)
        {
            observer.Warning($"{LargeBaskets:N0} of {BasketCount + LargeBaskets:N0} baskets have more than {options.MaxBasketSize:N0} items and were left out (MaxBasketSize).");
        }
    }

    /// <summary>Finds the rules that the settings ask for.</summary>
    /// <param name="observer">Hears how many there are.</param>
    /// <exception cref="RecException"><c>TooManyItemsets</c>, <c>TooManyRules</c> or <c>NoUsefulSupport</c>, with an estimate and a way out.</exception>
    public MinedRules FindRules(IRunObserver observer)
    {
        var mined = FindRules();
        observer.Verbose($"{mined.Rules.Count:N0} rules from {mined.ItemsetCount:N0} itemsets that are in {mined.MinCount:N0} or more of {BasketCount:N0} baskets.");
        return mined;
    }

    /// <summary>As the other overload, with nobody listening.</summary>
    public MinedRules FindRules() => IsAuto ? new SupportChoice(this).Choose() : FindRules(MinCount);

    /// <summary>Finds the itemsets that the settings ask for.</summary>
    /// <param name="kind">All of them, or those that say what the others say.</param>
    /// <exception cref="RecException"><c>TooManyItemsets</c>.</exception>
    public (FrequentItemsets Itemsets, int[] Kept) FindItemsets(ItemsetKind kind)
    {
        var count = IsAuto ? FindRules().MinCount : MinCount;
        var itemsets = Mine(count) ?? throw TooMany(count);
        return (itemsets, ItemsetCondenser.Pick(itemsets, kind));
    }

    /// <summary>How many itemsets various supports would give.</summary>
    public IReadOnlyList<ItemsetEstimate> Estimate() => Estimator.Estimate(IsAuto ? null : MinCount);

    internal MinedRules FindRules(int minCount)
    {
        var itemsets = Mine(minCount) ?? throw TooMany(minCount);
        return FindRules(itemsets, minCount) ?? throw new RecException(
            "TooManyRules", RecErrorKind.Limit,
            string.Create(CultureInfo.InvariantCulture, $"The {itemsets.Count:N0} itemsets give more than {ruleLimit:N0} rules of a confidence of {options.MinConfidence} or more, beyond what the memory limit holds."),
            "Raise MinConfidence or MinSupport, lower MaxItems, or raise -MemoryLimit.", options.MinConfidence);
    }

    /// <summary>The rules at a count; null if there are more itemsets or rules than memory, or the number given, allows.</summary>
    internal MinedRules? TryFindRules(int minCount, long mostItemsets) =>
        ItemsetMiner.Mine(baskets, BoundsAt(minCount), Math.Min(itemsetLimit, mostItemsets), workers) is { } itemsets ? FindRules(itemsets, minCount) : null;

    /// <summary>The error of a count that gives too many itemsets or rules, while the next above it gives no rule.</summary>
    internal RecException NoUsefulSupport(int minCount)
    {
        var asked = Estimator.Estimate(minCount)[^1];
        return new RecException(
            "NoUsefulSupport", RecErrorKind.Limit,
            $"No support gives a useful number of rules: one of {asked.SupportText} ({minCount:N0} of {baskets.Count:N0} baskets) would give {asked.ItemsetsText} itemsets, and the next above it gives no rule.",
            "Lower MaxItems or MaxSupport, or give MinSupport or MinCount.", minCount);
    }

    private FrequentItemsets? Mine(int minCount) => ItemsetMiner.Mine(baskets, BoundsAt(minCount), itemsetLimit, workers);

    // Null if there are too many.
    private MinedRules? FindRules(FrequentItemsets itemsets, int minCount)
    {
        var filter = new RuleFilter(options, baskets.ItemCount, side.Fits);
        return new RuleGenerator(itemsets, options, filter, side.Hierarchy).Make(ruleLimit, workers) is { } rules
            ? new MinedRules(rules, itemsets.Count, minCount)
            : null;
    }

    private bool IsAuto => options.MinSupport is null && options.MinCount is null;

    private ItemsetEstimator Estimator => new(baskets, BoundsAt, workers);

    private int MinCount => options.MinCount ?? SupportThreshold.AtLeast(options.MinSupport!.Value, baskets.Count);

    private ItemsetBounds BoundsAt(int minCount) => new(
        minCount,
        options.MaxCount ?? SupportThreshold.AtMost(options.MaxSupport, baskets.Count),
        options.MaxItems == 0 ? FrequentItemsets.LargestSize : options.MaxItems,
        side.Hierarchy is { } hierarchy ? hierarchy.AreRelated : null);

    private RecException TooMany(int minCount)
    {
        var estimates = Estimator.Estimate(minCount);
        var asked = estimates[^1];
        var fitting = estimates.LastOrDefault(estimate => estimate.Kind == EstimateKind.Counted && estimate.Itemsets <= itemsetLimit);
        return new RecException(
            "TooManyItemsets", RecErrorKind.Limit,
            $"A support of {asked.SupportText} ({minCount:N0} of {baskets.Count:N0} baskets) would give {asked.ItemsetsText} itemsets, more than the {itemsetLimit:N0} allowed"
            + (options.MaxItemsets > 0 && itemsetLimit == options.MaxItemsets ? " by MaxItemsets" : " by the memory limit")
            + (fitting is null ? "." : $"; {fitting.SupportText} gives {fitting.ItemsetsText}."),
            "Raise MinSupport, lower MaxItems or MaxSupport, or allow more with MaxItemsets and -MemoryLimit.", minCount);
    }
}
