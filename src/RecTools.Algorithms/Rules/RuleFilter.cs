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

    /// <summary>Whether a rule is strong enough. What is infinite is above every bound; what has no meaning, 0 / 0, is above none.</summary>
    public bool AllowsMeasures(RuleMeasures rule) =>
        AtLeast(rule.Lift, options.MinLift)
        && AtLeast(rule.Leverage, options.MinLeverage)
        && AtLeast(rule.UnboundedConviction, options.MinConviction)
        && AtLeast(rule.Cosine, options.MinCosine)
        && AtLeast(rule.Kulczynski, options.MinKulczynski)
        && AtLeast(-rule.ImbalanceRatio, -options.MaxImbalanceRatio)
        && AtLeast(rule.UnboundedImportance, options.MinImportance);

    private static bool AtLeast(double value, double? least) => least is not { } bound || value >= bound;

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
