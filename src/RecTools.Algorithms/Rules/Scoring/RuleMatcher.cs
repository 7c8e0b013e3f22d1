namespace RecTools.Algorithms;

/// <summary>Finds the rules that a history meets: those whose whole if-side it holds, items or categories of theirs.</summary>
internal sealed class RuleMatcher
{
    [ThreadStatic]
    private static Scratch? scratch;

    private readonly RuleSet rules;
    private readonly ItemHierarchy? hierarchy;
    private readonly int nodeCount;
    private readonly int[] anchorStart;
    private readonly int[] anchored;

    /// <summary>Prepares to match.</summary>
    /// <param name="rules">The rules; those with one item on the then-side count, since those with more say no more of each item.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    /// <param name="basketsWith">Baskets that hold each item, and each category after them.</param>
    /// <param name="itemCount">Number of items.</param>
    public RuleMatcher(RuleSet rules, ItemHierarchy? hierarchy, int[] basketsWith, int itemCount)
    {
        this.rules = rules;
        this.hierarchy = hierarchy;
        nodeCount = basketsWith.Length;
        Usable = [.. Enumerable.Range(0, rules.Count).Where(rule => rules.ConsequentOf(rule) is [var only] && only < itemCount)];

        // Each rule hangs on the rarest item of its if-side: few histories hold that, so few rules are looked at in vain.
        int[] anchors = [.. Usable.Select(rule => Rarest(rules.AntecedentOf(rule), basketsWith))];
        anchored = [.. CountingSort.Order(anchors, nodeCount, null, out anchorStart).Select(place => Usable[place])];
    }

    /// <summary>The rules that recommend: those that lead to one item alone.</summary>
    public int[] Usable { get; }

    /// <summary>The rules that recommend and that a history meets, surest first.</summary>
    /// <param name="history">Items of the history, ascending.</param>
    /// <returns>Their numbers, in the thread's own room, which the next call on the thread uses again: users are scored by the million.</returns>
    public IReadOnlyList<int> Match(ReadOnlySpan<int> history)
    {
        if (scratch is null || scratch.Holds.Length < nodeCount)
        {
            scratch = new Scratch(nodeCount);
        }

        var own = scratch;
        own.Nodes.Clear();
        own.Met.Clear();
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
                    own.Met.Add(anchored[i]);
                }
            }
        }

        foreach (var node in own.Nodes)
        {
            own.Holds[node] = false;
        }

        own.Met.Sort();
        return own.Met;
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
        public readonly List<int> Nodes = [];
        public readonly List<int> Met = [];
    }
}
