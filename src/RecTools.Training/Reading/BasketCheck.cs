namespace RecTools.Training;

/// <summary>Refuses baskets in which nothing can be found, with what is probably wrong.</summary>
internal static class BasketCheck
{
    /// <summary>Checks that some basket has two items.</summary>
    /// <exception cref="RecException"><c>BasketsTooSmall</c>.</exception>
    public static void Ensure(Interactions data, string source)
    {
        var baskets = data.Baskets?.Baskets ?? RecTools.Algorithms.BasketSet.FromRows(data.Matrix);
        if (baskets.LargestSize < 2)
        {
            throw new RecException(
                "BasketsTooSmall", RecErrorKind.Data, $"None of the {baskets.Count:N0} baskets of {source} has two different items, so no rule can be found.",
                "Check -BasketColumn: it should be the order or visit that brings items together, not the line of it.", source);
        }
    }
}
