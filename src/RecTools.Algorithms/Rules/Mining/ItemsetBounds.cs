namespace RecTools.Algorithms;

/// <summary>Which itemsets are looked for.</summary>
/// <param name="MinCount">Baskets that hold them at least.</param>
/// <param name="MaxCount">Baskets that a single item of theirs may be in at most.</param>
/// <param name="MaxItems">Items in them at most.</param>
/// <param name="Related">Whether one of two items is the other's kind, so that no itemset may hold both; null if no two are.</param>
internal sealed record ItemsetBounds(int MinCount, int MaxCount, int MaxItems, Func<int, int, bool>? Related = null)
{
    /// <summary>Whether an itemset may hold both items.</summary>
    public bool MayJoin(int a, int b) => Related is null || !Related(a, b);

    /// <summary>The same for items that are known by rank.</summary>
    public ItemsetBounds ForRanks(int[] itemOfRank) =>
        Related is { } related ? this with { Related = (a, b) => related(itemOfRank[a], itemOfRank[b]) } : this;
}
