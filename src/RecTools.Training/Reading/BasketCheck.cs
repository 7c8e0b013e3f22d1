using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Looks at the sizes of baskets: refuses those in which nothing can be found, and counts those that are too large.</summary>
internal static class BasketCheck
{
    /// <summary>Checks that some basket has two items.</summary>
    /// <exception cref="RecException"><c>BasketsTooSmall</c>.</exception>
    public static void Ensure(Interactions data, string source)
    {
        var baskets = data.BasketSet;
        if (baskets.LargestSize < 2)
        {
            throw new RecException(
                "BasketsTooSmall", RecErrorKind.Data, $"None of the {baskets.Count:N0} baskets of {source} has two different items, so no rule can be found.",
                "Check -BasketColumn: it should be the order or visit that brings items together, not the line of it.", source);
        }
    }

    /// <summary>Counts the lines of baskets that an option leaves out of the rules because they have too many items.</summary>
    /// <param name="data">The baskets.</param>
    /// <param name="options">Settings of the algorithm; null where there are several.</param>
    /// <param name="leftOut">Takes the count.</param>
    public static void CountLarge(Interactions data, object? options, RejectionTally leftOut)
    {
        if (options is not IBasketOptions { MaxBasketSize: > 0 and var most })
        {
            return;
        }

        int[] sizes = [.. Enumerable.Range(0, data.BasketSet.Count).Select(basket => data.BasketSet.ItemsOf(basket).Length).Where(size => size > most)];
        if (sizes.Length > 0)
        {
            leftOut.Add("in a basket of more items than MaxBasketSize", sizes.Sum(size => (long)size), () => $"{sizes.Length:N0} baskets, the largest of {sizes.Max():N0} items");
        }
    }
}
