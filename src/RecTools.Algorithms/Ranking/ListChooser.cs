namespace RecTools.Algorithms;

/// <summary>
/// Chooses the items of one list out of the best ones: one after the other by score, or by maximal marginal relevance (Carbonell and Goldstein 1998),
/// which weighs the score against likeness to what is chosen already; never more of one category than allowed.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="top">Items in a list at most.</param>
internal sealed class ListChooser(ListRules rules, int top)
{
    private readonly ScoredItem[] chosen = new ScoredItem[top];
    private readonly Dictionary<int, int> inCategory = [];
    private float[] relevance = [];
    private float[] likest = [];

    /// <summary>Items chosen so far.</summary>
    public int Count { get; private set; }

    /// <summary>The items chosen so far, in their order.</summary>
    public ReadOnlySpan<ScoredItem> Chosen => chosen.AsSpan(0, Count);

    /// <summary>Takes all but the first items out again.</summary>
    public void Rewind(int count)
    {
        for (; Count > count; Count--)
        {
            if (CategoryOf(chosen[Count - 1].Item) is >= 0 and var category)
            {
                inCategory[category]--;
            }
        }
    }

    /// <summary>Adds an item unless the list or the item's category is full.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(ScoredItem item)
    {
        var category = CategoryOf(item.Item);
        var already = category < 0 ? 0 : inCategory.GetValueOrDefault(category);
        if (Count == chosen.Length || (category >= 0 && already >= rules.MaxPerCategory))
        {
            return false;
        }

        if (category >= 0)
        {
            inCategory[category] = already + 1;
        }

        chosen[Count++] = item;
        return true;
    }

    /// <summary>Fills the list.</summary>
    /// <param name="pool">What to choose from, best first.</param>
    public void Choose(ReadOnlySpan<ScoredItem> pool)
    {
        if (rules.Diversity > 0)
        {
            ChooseByMarginalRelevance(pool);
            return;
        }

        foreach (var item in pool)
        {
            if (Count == chosen.Length)
            {
                return;
            }

            TryAdd(item);
        }
    }

    private void ChooseByMarginalRelevance(ReadOnlySpan<ScoredItem> pool)
    {
        if (pool.IsEmpty)
        {
            return;
        }

        if (relevance.Length < pool.Length)
        {
            (relevance, likest) = (new float[pool.Length], new float[pool.Length]);
        }

        // Scores of different users and models differ in unit; within the pool they run from 0 to 1.
        var (worst, range) = (pool[^1].Score, pool[0].Score - pool[^1].Score);
        for (var i = 0; i < pool.Length; i++)
        {
            relevance[i] = range > 0 ? (pool[i].Score - worst) / range : 1;
            likest[i] = 0;
            foreach (var other in Chosen)
            {
                likest[i] = Math.Max(likest[i], rules.Likeness!.Of(pool[i].Item, other.Item));
            }
        }

        for (var best = BestOf(pool.Length); best >= 0 && Count < chosen.Length; best = BestOf(pool.Length))
        {
            var item = pool[best];
            relevance[best] = float.NaN;
            if (!TryAdd(item))
            {
                continue;
            }

            for (var i = 0; i < pool.Length; i++)
            {
                if (!float.IsNaN(relevance[i]))
                {
                    likest[i] = Math.Max(likest[i], rules.Likeness!.Of(pool[i].Item, item.Item));
                }
            }
        }
    }

    /// <summary>Place of the item with the largest marginal relevance, the first of equal ones; -1 when all are gone, which NaN says.</summary>
    private int BestOf(int count)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var i = 0; i < count; i++)
        {
            var marginal = ((1 - rules.Diversity) * relevance[i]) - (rules.Diversity * likest[i]);
            if (marginal > most)
            {
                (best, most) = (i, marginal);
            }
        }

        return best;
    }

    private int CategoryOf(int item) => rules.Caps ? rules.CategoryOf![item] : -1;
}
