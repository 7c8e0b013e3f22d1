namespace RecTools.Algorithms;

/// <summary>Puts one list after the other together from scores: what may not be in it is left out, pinned items come first, then the best.</summary>
/// <param name="rules">The rules.</param>
/// <param name="itemCount">Number of items.</param>
/// <param name="top">Items in a list at most.</param>
internal sealed class ListBuilder(ListRules rules, int itemCount, int top)
{
    // Unless categories or likeness reject nearly all, ten times as many items as the list has are enough to choose from.
    private const int PoolFactor = 10;
    private const int PoolGrowth = 8;
    private readonly float[] gathered = rules.HaveCandidates ? new float[itemCount] : [];
    private readonly ListChooser? chooser = rules.Rearranges ? new ListChooser(rules, top) : null;
    private ScoredItem[] pool = rules.Rearranges ? new ScoredItem[Math.Min(itemCount, PoolFactor * top)] : [];

    /// <summary>Builds the list of one user.</summary>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="seen">Items that are left out, ascending.</param>
    /// <param name="scores">One score an item; overwritten.</param>
    /// <param name="list">Takes the list; as long as the longest list.</param>
    /// <param name="pinned">How many of its items, the first ones, are there because they are pinned.</param>
    /// <returns>How many items it has.</returns>
    public int Build(int user, ReadOnlySpan<int> seen, Span<float> scores, Span<ScoredItem> list, out int pinned)
    {
        // What users have seen scores high, so that skipping it one by one while picking would cost much more.
        foreach (var item in seen)
        {
            scores[item] = float.NegativeInfinity;
        }

        pinned = 0;
        if (chooser is null)
        {
            return Select(user, scores, list);
        }

        chooser.Rewind(0);
        foreach (var item in rules.PinsOf(user))
        {
            if (IsCandidate(user, item) && !float.IsNegativeInfinity(scores[item]) && chooser.TryAdd(new ScoredItem(item, scores[item])))
            {
                scores[item] = float.NegativeInfinity;
            }
        }

        pinned = chooser.Count;
        var found = Select(user, scores, pool);
        chooser.Choose(pool.AsSpan(0, found));
        while (chooser.Count < list.Length && found == pool.Length && pool.Length < itemCount)
        {
            // Full categories rejected nearly everything: choose anew out of more.
            pool = new ScoredItem[Math.Min((long)itemCount, (long)PoolGrowth * pool.Length)];
            found = Select(user, scores, pool);
            chooser.Rewind(pinned);
            chooser.Choose(pool.AsSpan(0, found));
        }

        chooser.Chosen.CopyTo(list);
        return chooser.Count;
    }

    private bool IsCandidate(int user, int item) => !rules.HaveCandidates || rules.CandidatesOf(user).BinarySearch(item) >= 0;

    /// <summary>The best of the items that the user may be recommended.</summary>
    private int Select(int user, ReadOnlySpan<float> scores, Span<ScoredItem> best)
    {
        if (!rules.HaveCandidates)
        {
            return TopItems.Select(scores, [], best);
        }

        var candidates = rules.CandidatesOf(user);
        for (var i = 0; i < candidates.Length; i++)
        {
            gathered[i] = scores[candidates[i]];
        }

        // Candidates are ascending, so ties among them fall as among all items.
        var found = TopItems.Select(gathered.AsSpan(0, candidates.Length), [], best[..Math.Min(best.Length, candidates.Length)]);
        for (var i = 0; i < found; i++)
        {
            best[i] = best[i] with { Item = candidates[best[i].Item] };
        }

        return found;
    }
}
