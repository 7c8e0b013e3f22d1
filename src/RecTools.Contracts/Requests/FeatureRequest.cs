namespace RecTools;

/// <summary>What describes a customer when groups are looked for: columns of a table with one row a customer, or features computed from the lines of orders.</summary>
public sealed record FeatureRequest
{
    /// <summary>Numeric columns, perhaps with wildcards; null takes all numeric columns but the customer's.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns whose values are names: each frequent one becomes a feature of 0 or 1.</summary>
    public IReadOnlyList<string> CategoricalColumns { get; init; } = [];

    /// <summary>Features to compute from lines of orders; null where each row is a customer.</summary>
    public IReadOnlyList<OrderFeature>? FromOrders { get; init; }

    /// <summary>Column with the price of one piece.</summary>
    public string? PriceColumn { get; init; }

    /// <summary>Column with the amount of a line, instead of quantity times price.</summary>
    public string? AmountColumn { get; init; }

    /// <summary>Column with the category of a line's item.</summary>
    public string? CategoryColumn { get; init; }

    /// <summary>Day from which recency and tenure are counted back; null for the midnight after the last day of the orders.</summary>
    public DateTime? ReferenceDate { get; init; }

    /// <summary>How features are made comparable.</summary>
    public FeatureScaling Scaling { get; init; } = FeatureScaling.Auto;

    /// <summary>What happens where a value is missing.</summary>
    public MissingValues Missing { get; init; } = MissingValues.SetAside;

    /// <summary>Categories of a column that become features; the rarer ones together are one more.</summary>
    public int MaxCategories { get; init; } = 20;

    /// <summary>File to draw plots to, as SVG or PNG by its ending; each plot adds its kind to the name. Null for none.</summary>
    public string? PlotPath { get; init; }
}
