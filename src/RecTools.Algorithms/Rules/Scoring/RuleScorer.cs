namespace RecTools.Algorithms;

/// <summary>Scores items for a history: what the rules that it meets say of each item.</summary>
/// <remarks>
/// The score of an item is the confidence of the surest rule that leads to it, or the mean confidence of the five surest, those missing counted as 0. Items
/// that no rule leads to come after all others by popularity: their score is the share of baskets they are in, less 1, so it is never above 0.
/// </remarks>
internal sealed class RuleScorer
{
    private const int CombinedRules = 5;

    [ThreadStatic]
    private static int[]? counted;

    private readonly RuleSet rules;
    private readonly RuleMatcher matcher;
    private readonly int rulesPerItem;
    private readonly float[] fallback;

    /// <summary>Prepares to score.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="matcher">Finds those that a history meets.</param>
    /// <param name="scoring">How rules become a score.</param>
    /// <param name="basketsWith">Baskets that hold each item, and each category after them.</param>
    /// <param name="itemCount">Number of items.</param>
    public RuleScorer(RuleSet rules, RuleMatcher matcher, RuleScoring scoring, int[] basketsWith, int itemCount)
    {
        this.rules = rules;
        this.matcher = matcher;
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
        if (counted is null || counted.Length < fallback.Length)
        {
            counted = new int[fallback.Length];
        }

        // The surest come first, so the first few of each item are the ones that count.
        var met = matcher.Match(history);
        foreach (var rule in met)
        {
            var item = rules.ConsequentOf(rule)[0];
            if (counted[item] == rulesPerItem)
            {
                continue;
            }

            var share = (float)rules.MeasuresOf(rule).Confidence / rulesPerItem;
            scores[item] = counted[item]++ == 0 ? share : scores[item] + share;
        }

        foreach (var rule in met)
        {
            counted[rules.ConsequentOf(rule)[0]] = 0;
        }
    }
}
