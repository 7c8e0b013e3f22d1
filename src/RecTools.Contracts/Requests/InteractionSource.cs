namespace RecTools;

/// <summary>Where rows of user, item, value and time come from. Exactly one of table, query and path is set.</summary>
public sealed record InteractionSource
{
    /// <summary>Table or view, perhaps with its schema: <c>dbo.Rating</c>.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT statement.</summary>
    public string? Query { get; init; }

    /// <summary>A text file: CSV or TSV, perhaps packed with gzip.</summary>
    public string? Path { get; init; }

    /// <summary>Column with the user; null takes the usual names.</summary>
    public string? UserColumn { get; init; }

    /// <summary>Column with the item; null takes the usual names.</summary>
    public string? ItemColumn { get; init; }

    /// <summary>Column with the rating, count or weight; null takes the usual names, and 1 for each row if there is none.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>Column with the time; null takes the usual names, and no time if there is none.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>What stands between the columns of a file; null finds out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Names of the columns of a file that has no header line.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>How the source is called in messages.</summary>
    public override string ToString() => Table is not null ? $"table {Table}" : Query is not null ? "the query" : $"file {Path}";
}
