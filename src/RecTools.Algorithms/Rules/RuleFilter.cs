namespace RecTools.Algorithms;

/// <summary>Which rules are kept.</summary>
internal sealed class RuleFilter
{
    private readonly AssociationRulesOptions options;
    private readonly bool[]? antecedent;
    private readonly bool[]? consequent;

    /// <summary>Prepares the filter.</summary>
    /// <param name="options">Bounds of the measures, and patterns.</param>
    /// <param name="itemCount">Number of items, categories included.</param>
    /// <param name="fits">Whether an item fits a pattern; only asked where there are patterns.</param>
    public RuleFilter(AssociationRulesOptions options, int itemCount, Func<int, string, bool> fits)
    {
        this.options = options;
        antecedent = Matches(options.Antecedent, itemCount, fits);
        consequent = Matches(options.Consequent, itemCount, fits);
    }

    /// <summary>Whether a rule may have these sides: some item on the left fits one of the left patterns, and likewise on the right.</summary>
    public bool AllowsItems(ReadOnlySpan<int> left, ReadOnlySpan<int> right) => Any(antecedent, left) && Any(consequent, right);

    /// <summary>Whether a rule is strong enough. What is infinite is above every bound.</summary>
    public bool AllowsMeasures(RuleMeasures rule) =>
        rule.Lift >= (options.MinLift ?? double.NegativeInfinity)
        && rule.Leverage >= (options.MinLeverage ?? double.NegativeInfinity)
        && (rule.Conviction ?? double.PositiveInfinity) >= (options.MinConviction ?? double.NegativeInfinity)
        && rule.Cosine >= (options.MinCosine ?? double.NegativeInfinity)
        && rule.Kulczynski >= (options.MinKulczynski ?? double.NegativeInfinity)
        && rule.ImbalanceRatio <= (options.MaxImbalanceRatio ?? double.PositiveInfinity)
        && (rule.Importance ?? double.PositiveInfinity) >= (options.MinImportance ?? double.NegativeInfinity);

    private static bool Any(bool[]? allowed, ReadOnlySpan<int> items)
    {
        if (allowed is null)
        {
            return true;
        }

        foreach (var item in items)
        {
            if (allowed[item])
            {
                return true;
            }
        }

        return false;
    }

    private static bool[]? Matches(string[] patterns, int itemCount, Func<int, string, bool> fits) => patterns.Length == 0
        ? null
        : [.. Enumerable.Range(0, itemCount).Select(item => patterns.Any(pattern => fits(item, pattern)))];
}
