namespace RecTools.Algorithms;

/// <summary>Scores items for a history: which rules apply, and what they say of each item.</summary>
/// <remarks>
/// A rule applies if the history holds its whole if-side, items or categories of theirs. The score of an item is the confidence of the surest rule that
/// leads to it, or the mean confidence of the five surest, those missing counted as 0. Items that no rule leads to come after all others by popularity:
/// their score is the share of baskets they are in, less 1, so it is never above 0.
/// </remarks>
internal sealed class RuleScorer
{
    private const int CombinedRules = 5;

    [ThreadStatic]
    private static Scratch? scratch;

    private readonly RuleSet rules;
    private readonly int rulesPerItem;
    private readonly ItemHierarchy? hierarchy;
    private readonly float[] fallback;
    private readonly int nodeCount;
    private readonly int[] anchorStart;
    private readonly int[] anchored;
    private readonly ILookup<int, int> pairs;

    /// <summary>Prepares to score.</summary>
    /// <param name="rules">The rules; those with one item on the then-side count, since those with more say no more of each item.</param>
    /// <param name="scoring">How rules become a score.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    /// <param name="basketsWith">Baskets that hold each item, and each category after them.</param>
    /// <param name="itemCount">Number of items.</param>
    public RuleScorer(RuleSet rules, RuleScoring scoring, ItemHierarchy? hierarchy, int[] basketsWith, int itemCount)
    {
        this.rules = rules;
        rulesPerItem = scoring == RuleScoring.BestRule ? 1 : CombinedRules;
        this.hierarchy = hierarchy;
        nodeCount = basketsWith.Length;
        var baskets = Math.Max(1, rules.BasketCount);
        fallback = [.. basketsWith.Take(itemCount).Select(count => ((float)count / baskets) - 1)];

        // Each rule hangs on the rarest item of its if-side: few histories hold that, so few rules are looked at in vain.
        int[] usable = [.. Enumerable.Range(0, rules.Count).Where(rule => rules.ConsequentOf(rule) is [var only] && only < itemCount)];
        int[] anchors = [.. usable.Select(rule => Rarest(rules.AntecedentOf(rule), basketsWith))];
        pairs = usable.Where(rule => rules.AntecedentOf(rule) is [var only] && only < itemCount)
            .SelectMany(rule => new[] { (Item: rules.AntecedentOf(rule)[0], Rule: rule), (Item: rules.ConsequentOf(rule)[0], Rule: rule) })
            .ToLookup(pair => pair.Item, pair => pair.Rule);
        anchored = [.. CountingSort.Order(anchors, nodeCount, null, out anchorStart).Select(place => usable[place])];
    }

    /// <summary>Scores all items.</summary>
    /// <param name="history">Items of the history, ascending.</param>
    /// <param name="scores">One score an item.</param>
    public void Score(ReadOnlySpan<int> history, Span<float> scores)
    {
        fallback.CopyTo(scores);

        // The surest come first, so the first few of each item are the ones that count.
        var own = Applying(history);
        foreach (var rule in own.Applying)
        {
            var item = rules.ConsequentOf(rule)[0];
            if (own.Counted[item] == rulesPerItem)
            {
                continue;
            }

            var share = (float)rules.MeasuresOf(rule).Confidence / rulesPerItem;
            scores[item] = own.Counted[item]++ == 0 ? share : scores[item] + share;
        }

        foreach (var rule in own.Applying)
        {
            own.Counted[rules.ConsequentOf(rule)[0]] = 0;
        }
    }

    /// <summary>What of the history speaks for an item: for each item of the history the surest rule to it that the item takes part in.</summary>
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

        foreach (var rule in Applying(history).Applying)
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

    /// <summary>Items that a rule from one item to one item ties to another, best first.</summary>
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

    private static int Rarest(ReadOnlySpan<int> nodes, int[] basketsWith)
    {
        var rarest = nodes[0];
        foreach (var node in nodes)
        {
            rarest = basketsWith[node] < basketsWith[rarest] ? node : rarest;
        }

        return rarest;
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

    // The rules that a history meets, surest first, in the thread's own room: users are scored by the million.
    private Scratch Applying(ReadOnlySpan<int> history)
    {
        if (scratch is null || scratch.Holds.Length < nodeCount)
        {
            scratch = new Scratch(nodeCount);
        }

        var own = scratch;
        own.Nodes.Clear();
        own.Applying.Clear();
        if (hierarchy is null)
        {
            own.Nodes.AddRange(history);
        }
        else
        {
            hierarchy.ExtendTo(own.Nodes, history);
        }

        foreach (var node in own.Nodes)
        {
            own.Holds[node] = true;
        }

        foreach (var node in own.Nodes)
        {
            for (var i = anchorStart[node]; i < anchorStart[node + 1]; i++)
            {
                if (HoldsAll(own.Holds, rules.AntecedentOf(anchored[i])))
                {
                    own.Applying.Add(anchored[i]);
                }
            }
        }

        foreach (var node in own.Nodes)
        {
            own.Holds[node] = false;
        }

        own.Applying.Sort();
        return own;
    }

    private static bool HoldsAll(bool[] holds, ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
        {
            if (!holds[node])
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Scratch(int nodeCount)
    {
        public readonly bool[] Holds = new bool[nodeCount];
        public readonly int[] Counted = new int[nodeCount];
        public readonly List<int> Nodes = [];
        public readonly List<int> Applying = [];
    }
}
