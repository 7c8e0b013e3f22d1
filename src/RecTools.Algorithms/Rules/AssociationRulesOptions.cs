namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="AssociationRules"/>. The names that SQL Server Analysis Services used are understood too.</summary>
public sealed record AssociationRulesOptions : IBasketOptions
{
    /// <summary>Share of the baskets that an itemset must be in; null picks one.</summary>
    [Option("The share of all baskets that must hold the items of a rule; Auto picks one that gives a useful number of rules, 1,000 to 20,000; MinCount takes a number of baskets.",
        Minimum = 0, ExcludesMinimum = true, Maximum = 1, WhenUnset = "Auto", Aliases = ["MINIMUM_SUPPORT"])]
    public double? MinSupport { get; init; }

    /// <summary>Number of baskets that an itemset must be in; null for <see cref="MinSupport"/>.</summary>
    [Option("The number of baskets that must hold the items of a rule, instead of MinSupport.",
        Minimum = 1, Maximum = int.MaxValue, InsteadOf = nameof(MinSupport), Aliases = ["MINIMUM_SUPPORT"])]
    public int? MinCount { get; init; }

    /// <summary>Share of the baskets that an item may be in.</summary>
    [Option("Items in more than this share of all baskets are left out, as they say little.",
        Minimum = 0, ExcludesMinimum = true, Maximum = 1, Aliases = ["MAXIMUM_SUPPORT"])]
    public double MaxSupport { get; init; } = 1;

    /// <summary>Number of baskets that an item may be in; null for <see cref="MaxSupport"/>.</summary>
    [Option("Items in more than this number of baskets are left out, instead of MaxSupport.",
        Minimum = 1, Maximum = int.MaxValue, InsteadOf = nameof(MaxSupport), Aliases = ["MAXIMUM_SUPPORT"])]
    public int? MaxCount { get; init; }

    /// <summary>Share of the baskets with the antecedent that must hold the consequent.</summary>
    [Option("How often a rule must hold: the share of the baskets with its if-side that have its then-side too.", Minimum = 0, Maximum = 1, Aliases = ["MINIMUM_PROBABILITY"])]
    [SearchRange(0.02, 0.5, Log = true)]
    public double MinConfidence { get; init; } = 0.2;

    /// <summary>Items in a rule at most; 0 for no bound.</summary>
    [Option("The most items that a rule may have on both sides together; 0 for no bound.", Minimum = 0, Maximum = 31, Aliases = ["MAXIMUM_ITEMSET_SIZE"])]
    public int MaxItems { get; init; }

    /// <summary>Itemsets at which to refuse; 0 for what memory allows.</summary>
    [Option("Refuses a support that gives more itemsets than this; 0 for as many as memory holds.", Minimum = 0, Maximum = 1e12, Aliases = ["MAXIMUM_ITEMSET_COUNT"])]
    public long MaxItemsets { get; init; }

    /// <summary>Items on the then-side at most.</summary>
    [Option("The most items that a rule may have on its then-side.", Minimum = 1, Maximum = 30)]
    public int MaxConsequent { get; init; } = 1;

    /// <summary>Items in a basket at most; 0 for no bound.</summary>
    [Option("Baskets of more items than this are left out; 0 for no bound.", Minimum = 0, Maximum = int.MaxValue)]
    public int MaxBasketSize { get; init; }

    /// <summary>Whether lines with a quantity of zero or below count as bought.</summary>
    [Option("Counts lines whose quantity is zero or below, which otherwise are left out as cancelled.")]
    public bool KeepCancelled { get; init; }

    /// <summary>Patterns of which an item on the if-side must fit one.</summary>
    [Option("Patterns such as 'milk*' for names or ids, with * and ?; a rule is kept if an item of its if-side fits one of them.")]
    public string[] Antecedent { get; init; } = [];

    /// <summary>Patterns of which an item on the then-side must fit one.</summary>
    [Option("Patterns such as 'milk*' for names or ids, with * and ?; a rule is kept if an item of its then-side fits one of them.")]
    public string[] Consequent { get; init; } = [];

    /// <summary>Whether rules go that are no surer than one with fewer or wider conditions.</summary>
    [Option("Leaves out rules that are no surer than one with fewer or wider conditions, and those to a category that are no surer than one to something within it.")]
    public bool PruneRedundant { get; init; }

    /// <summary>Smallest lift.</summary>
    [Option("The smallest lift of a rule; above 1 the if-side makes the then-side likelier.", Minimum = 0)]
    public double? MinLift { get; init; }

    /// <summary>Smallest leverage.</summary>
    [Option("The smallest leverage of a rule: the share of baskets beyond what chance gives.", Minimum = -1, Maximum = 1)]
    public double? MinLeverage { get; init; }

    /// <summary>Smallest conviction.</summary>
    [Option("The smallest conviction of a rule; rules without exception have an infinite one.", Minimum = 0)]
    public double? MinConviction { get; init; }

    /// <summary>Smallest cosine.</summary>
    [Option("The smallest cosine of a rule.", Minimum = 0, Maximum = 1)]
    public double? MinCosine { get; init; }

    /// <summary>Smallest Kulczynski measure.</summary>
    [Option("The smallest Kulczynski measure of a rule: the mean confidence of both directions.", Minimum = 0, Maximum = 1)]
    public double? MinKulczynski { get; init; }

    /// <summary>Largest imbalance ratio.</summary>
    [Option("The largest imbalance ratio of a rule; 0 where both sides are equally frequent.", Minimum = 0, Maximum = 1)]
    public double? MaxImbalanceRatio { get; init; }

    /// <summary>Smallest importance.</summary>
    [Option("The smallest importance of a rule: log10 of how many times likelier the if-side makes the then-side.", Aliases = ["MINIMUM_IMPORTANCE"])]
    public double? MinImportance { get; init; }

    /// <summary>Largest corrected p-value.</summary>
    [Option("The largest p-value of a rule by Fisher's exact test, corrected for all rules that could be tested.", Minimum = 0, Maximum = 1)]
    public double? MaxPValue { get; init; }

    /// <summary>How p-values are corrected.</summary>
    [Option("How p-values are corrected for the number of rules that could be tested: all pairs of an if-side and a then-side of enough support each.")]
    public PValueCorrection PValueCorrection { get; init; } = PValueCorrection.BenjaminiHochberg;

    /// <summary>How rules become scores.</summary>
    [Option("How the rules that speak for an item become its score: the confidence of the surest, or that of up to five combined.")]
    [SearchChoices(RuleScoring.BestRule, RuleScoring.Combined)]
    public RuleScoring Scoring { get; init; } = RuleScoring.BestRule;
}
