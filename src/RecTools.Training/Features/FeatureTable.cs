namespace RecTools.Training;

/// <summary>Customers and what describes them as it was read, in the order of the customers' ids.</summary>
/// <param name="Customers">Ids of the customers.</param>
/// <param name="Numbers">Numeric columns.</param>
/// <param name="Categories">Columns whose values are names.</param>
internal sealed record FeatureTable(IdSet Customers, IReadOnlyList<NumberColumn> Numbers, IReadOnlyList<CategoryColumn> Categories)
{
    /// <summary>What the customers bought; null where the source does not say.</summary>
    public Purchases? Purchases { get; init; }
}

/// <summary>A number of each customer.</summary>
/// <param name="Name">Name of the column, or of what was computed.</param>
/// <param name="Values">For each customer the number; NaN where it is not known.</param>
/// <param name="Whole">Of what this is a share of each customer; null where it is a number of its own.</param>
internal sealed record NumberColumn(string Name, double[] Values, string? Whole = null);

/// <summary>A name, such as a city, of each customer.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Texts">The different names, in ordinal order.</param>
/// <param name="Codes">For each customer the place of his; -1 where it is not known.</param>
internal sealed record CategoryColumn(string Name, string[] Texts, int[] Codes);
