namespace RecTools.Algorithms;

/// <summary>Subsets as bits of a number.</summary>
internal static class ItemSubsets
{
    /// <summary>All subsets of some size, ascending.</summary>
    /// <param name="count">Members to choose from, 31 at most.</param>
    /// <param name="size">Members of each subset, 1 at least.</param>
    public static IEnumerable<uint> OfSize(int count, int size)
    {
        if (size > count)
        {
            yield break;
        }

        // The next larger number with as many ones (Gosper): the lowest run of ones moves its top one up, the rest down.
        var end = 1UL << count;
        for (var subset = (1UL << size) - 1; subset < end;)
        {
            yield return (uint)subset;
            var lowest = subset & (~subset + 1);
            var next = subset + lowest;
            subset = next | (((subset ^ next) >> 2) / lowest);
        }
    }
}
