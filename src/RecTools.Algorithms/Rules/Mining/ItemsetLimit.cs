namespace RecTools.Algorithms;

/// <summary>Counts itemsets over all threads: a support set too low must stop the search, not the machine.</summary>
/// <param name="limit">Itemsets at most.</param>
internal sealed class ItemsetLimit(long limit)
{
    private long found;

    /// <summary>Itemsets counted so far.</summary>
    public long Found => Interlocked.Read(ref found);

    /// <summary>Adds itemsets that a thread found.</summary>
    /// <returns>False once the limit is passed.</returns>
    public bool Add(int count) => Interlocked.Add(ref found, count) <= limit;
}
