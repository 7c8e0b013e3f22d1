namespace RecTools;

/// <summary>
/// Where the categories of items come from. Exactly one of table, query and path is set. The rows have the item and then its categories, the nearest
/// first; or, where a column is called Parent or ParentId, an item or category and the one right above it.
/// </summary>
public sealed record HierarchySource
{
    /// <summary>Table or view.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT statement.</summary>
    public string? Query { get; init; }

    /// <summary>A text file.</summary>
    public string? Path { get; init; }

    /// <summary>The columns to take: the item and then its categories, the nearest first; null takes all in their order.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>How the source is called in messages.</summary>
    public override string ToString() => ToSource().ToString();

    /// <summary>The same as a source of rows.</summary>
    public InteractionSource ToSource() => new() { Table = Table, Query = Query, Path = Path };
}
