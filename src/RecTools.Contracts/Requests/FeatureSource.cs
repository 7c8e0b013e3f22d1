namespace RecTools;

/// <summary>Where what describes items, or users, comes from: one row for each of them. Exactly one of table, query and path is set.</summary>
public sealed record FeatureSource
{
    /// <summary>Table or view.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT statement.</summary>
    public string? Query { get; init; }

    /// <summary>A text file.</summary>
    public string? Path { get; init; }

    /// <summary>Column with the id; null takes the usual names.</summary>
    public string? IdColumn { get; init; }

    /// <summary>Column with what people call it; null takes the usual names, and none if there is none of them.</summary>
    public string? NameColumn { get; init; }

    /// <summary>
    /// Columns to take, perhaps with wildcards, perhaps with how to look at them: <c>Price</c>, <c>Tags:List</c>, <c>Title:Words</c>, <c>BrandId:Category</c>.
    /// Null takes all but the id, each as it looks.
    /// </summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>How the source is called in messages.</summary>
    public override string ToString() => ToSource().ToString();

    /// <summary>The same as a source of rows.</summary>
    public InteractionSource ToSource() => new() { Table = Table, Query = Query, Path = Path };
}
