namespace RecTools.Algorithms;

/// <summary>Items that a rule from one item to one item ties to another.</summary>
internal sealed class RuleNeighbors
{
    private readonly RuleSet rules;
    private readonly ILookup<int, int> pairs;

    /// <summary>Collects the rules between two items.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="usable">Those that lead to one item.</param>
    /// <param name="itemCount">Number of items.</param>
    public RuleNeighbors(RuleSet rules, int[] usable, int itemCount)
    {
        this.rules = rules;
        pairs = usable.Where(rule => rules.AntecedentOf(rule) is [var only] && only < itemCount)
            .SelectMany(rule => new[] { (Item: rules.AntecedentOf(rule)[0], Rule: rule), (Item: rules.ConsequentOf(rule)[0], Rule: rule) })
            .ToLookup(pair => pair.Item, pair => pair.Rule);
    }

    /// <summary>The items tied to one, best first.</summary>
    /// <param name="item">The item.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Each with the cosine of their baskets.</returns>
    public ScoredItem[] Similar(int item, int count)
    {
        var found = new Dictionary<int, float>();
        foreach (var rule in pairs[item])
        {
            var other = rules.AntecedentOf(rule)[0] == item ? rules.ConsequentOf(rule)[0] : rules.AntecedentOf(rule)[0];
            found[other] = (float)rules.MeasuresOf(rule).Cosine;
        }

        return [.. found.Select(pair => new ScoredItem(pair.Key, pair.Value)).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Item).Take(count)];
    }
}
