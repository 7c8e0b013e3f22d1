namespace RecTools.Algorithms;

/// <summary>Scores items for a history: what the rules that it meets say of each item.</summary>
/// <remarks>
/// The score of an item is the confidence of the surest rule that leads to it; or, of up to five of the surest, none of whose if-sides is part of another's, the chance
/// that at least one holds if they hold independently of each other: 1 - product of (1 - confidence) (noisy-or, Pearl 1988). Items that no rule leads to come
/// after all others by popularity: their score is the share of baskets they are in, less 1, so it is never above 0.
/// </remarks>
internal sealed class RuleScorer
{
    private const int CombinedRules = 5;

    [ThreadStatic]
    private static Scratch? scratch;

    private readonly RuleSet rules;
    private readonly RuleMatcher matcher;
    private readonly ItemHierarchy? hierarchy;
    private readonly int rulesPerItem;
    private readonly float[] fallback;

    /// <summary>Prepares to score.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="matcher">Finds those that a history meets.</param>
    /// <param name="scoring">How rules become a score.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    /// <param name="basketsWith">Baskets that hold each item, and each category after them.</param>
    /// <param name="itemCount">Number of items.</param>
    public RuleScorer(RuleSet rules, RuleMatcher matcher, RuleScoring scoring, ItemHierarchy? hierarchy, int[] basketsWith, int itemCount)
    {
        this.rules = rules;
        this.matcher = matcher;
        this.hierarchy = hierarchy;
        rulesPerItem = scoring == RuleScoring.BestRule ? 1 : CombinedRules;
        var baskets = Math.Max(1, rules.BasketCount);
        fallback = [.. basketsWith.Take(itemCount).Select(count => ((float)count / baskets) - 1)];
    }

    /// <summary>Scores all items.</summary>
    /// <param name="history">Items of the history, ascending.</param>
    /// <param name="scores">One score an item.</param>
    public void Score(ReadOnlySpan<int> history, Span<float> scores)
    {
        fallback.CopyTo(scores);
        if (scratch is null || scratch.Count.Length < fallback.Length)
        {
            scratch = new Scratch(fallback.Length);
        }

        // The surest come first, so the first few of each item are the ones that count.
        var (own, met) = (scratch, matcher.Match(history));
        foreach (var rule in met)
        {
            var item = rules.ConsequentOf(rule)[0];
            var counted = own.Count[item];
            if (counted < rulesPerItem && !IsPartOfAny(rule, own.Counted.AsSpan(item * CombinedRules, counted)))
            {
                own.Counted[(item * CombinedRules) + counted] = rule;
                own.Count[item]++;
                own.Doubt[item] = (counted == 0 ? 1 : own.Doubt[item]) * (1 - rules.MeasuresOf(rule).Confidence);
                scores[item] = (float)(1 - own.Doubt[item]);
            }
        }

        foreach (var rule in met)
        {
            own.Count[rules.ConsequentOf(rule)[0]] = 0;
        }
    }

    // What one says the other says again: milk and bread lead there because milk does.
    private bool IsPartOfAny(int rule, ReadOnlySpan<int> others)
    {
        foreach (var other in others)
        {
            if (IsPart(rules.AntecedentOf(rule), rules.AntecedentOf(other)) || IsPart(rules.AntecedentOf(other), rules.AntecedentOf(rule)))
            {
                return true;
            }
        }

        return false;
    }

    // Whether whatever holds the whole holds the part.
    private bool IsPart(ReadOnlySpan<int> part, ReadOnlySpan<int> whole)
    {
        foreach (var node in part)
        {
            if (whole.BinarySearch(node) < 0 && !IsAboveAny(node, whole))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAboveAny(int node, ReadOnlySpan<int> others)
    {
        for (var i = 0; hierarchy is not null && i < others.Length; i++)
        {
            if (hierarchy.AncestorsOf(others[i]).BinarySearch(node) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Scratch(int itemCount)
    {
        public readonly int[] Count = new int[itemCount];
        public readonly int[] Counted = new int[itemCount * CombinedRules];
        public readonly double[] Doubt = new double[itemCount];
    }
}
