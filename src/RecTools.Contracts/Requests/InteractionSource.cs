namespace RecTools;

/// <summary>Where rows of user, item, value and time, or lines of orders, come from. Exactly one of table, query and path is set.</summary>
public sealed record InteractionSource
{
    /// <summary>Table or view, perhaps with its schema: <c>dbo.Rating</c>.</summary>
    public string? Table { get; init; }

    /// <summary>A SELECT statement.</summary>
    public string? Query { get; init; }

    /// <summary>A text file: CSV or TSV, perhaps packed with gzip.</summary>
    public string? Path { get; init; }

    /// <summary>A stored model whose own rows are taken; takes the place of table, query and path.</summary>
    public string? StoredModel { get; init; }

    /// <summary>The run whose version of that model is meant; null for the current one.</summary>
    public long? StoredRun { get; init; }

    /// <summary>Column with the user; null takes the usual names.</summary>
    public string? UserColumn { get; init; }

    /// <summary>Column with the item; null takes the usual names.</summary>
    public string? ItemColumn { get; init; }

    /// <summary>Column with the rating, count or weight; null takes the usual names, and 1 for each row if there is none.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>Column with the time; null takes the usual names, and no time if there is none.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>Column with the order, invoice or visit that brings items together; null takes the usual names. Only algorithms that look at baskets ask for it.</summary>
    public string? BasketColumn { get; init; }

    /// <summary>Column with what people call an item; null takes the usual names, and the ids alone if there is none. Only for rules.</summary>
    public string? ItemNameColumn { get; init; }

    /// <summary>Whether each line of a file is one basket: items with a separator between them, no header.</summary>
    public bool BasketPerLine { get; init; }

    /// <summary>What stands between the columns of a file; null finds out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Names of the columns of a file that has no header line.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>Objects from the pipeline, whose properties are the columns; takes the place of table, query and path.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>>? Objects { get; init; }

    /// <summary>Whether the rows know text only, so that what is a number must be found out.</summary>
    public bool IsUntyped => Path is not null || Objects is not null;

    /// <summary>How the source is called in messages.</summary>
    public override string ToString() => Objects is not null ? "the pipeline" : StoredModel is not null ? $"the rows of the model '{StoredModel}'" : Table is not null ? $"table {Table}" : Query is not null ? "the query" : $"file {Path}";
}
