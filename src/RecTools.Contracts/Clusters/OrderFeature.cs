namespace RecTools;

/// <summary>A feature of a customer that is computed from the lines of his orders.</summary>
public enum OrderFeature
{
    /// <summary>Whole days from his last order to the reference date.</summary>
    Recency,

    /// <summary>Number of his orders; where no column tells orders apart, of the days with one.</summary>
    Frequency,

    /// <summary>Sum of the amounts: quantity times price, or the column of amounts.</summary>
    Monetary,

    /// <summary>Whole days from his first order to the reference date.</summary>
    Tenure,

    /// <summary>Mean number of different items in an order.</summary>
    BasketSize,

    /// <summary>For each category the share of his amounts that it has.</summary>
    CategoryShares,
}
