namespace RecTools.Algorithms;

/// <summary>Says what of a history speaks for an item, by the rules that the history meets.</summary>
/// <param name="rules">The rules.</param>
/// <param name="matcher">Finds those that a history meets.</param>
/// <param name="hierarchy">Categories of the items; null without.</param>
internal sealed class RuleEvidence(RuleSet rules, RuleMatcher matcher, ItemHierarchy? hierarchy)
{
    /// <summary>For each item of the history the surest rule to an item that it takes part in.</summary>
    /// <param name="history">Items of the history, ascending.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="count">Parts for each at most.</param>
    public Contribution[][] Explain(ReadOnlySpan<int> history, ReadOnlySpan<int> items, int count)
    {
        var place = new Dictionary<int, int>();
        var parts = new Dictionary<int, Contribution>[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            place[items[i]] = i;
            parts[i] = [];
        }

        foreach (var rule in matcher.Match(history))
        {
            if (!place.TryGetValue(rules.ConsequentOf(rule)[0], out var asked))
            {
                continue;
            }

            foreach (var item in history)
            {
                if (TakesPart(item, rule))
                {
                    parts[asked].TryAdd(item, new Contribution(item, (float)rules.MeasuresOf(rule).Confidence, rule));
                }
            }
        }

        return Array.ConvertAll(parts, own => own.Values.OrderBy(part => part.Rule).ThenBy(part => part.Item).Take(count).ToArray());
    }

    private bool TakesPart(int item, int rule)
    {
        foreach (var node in rules.AntecedentOf(rule))
        {
            if (node == item || (hierarchy is not null && hierarchy.AreRelated(node, item)))
            {
                return true;
            }
        }

        return false;
    }
}
