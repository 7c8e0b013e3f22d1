namespace RecTools;

/// <summary>What the rows of a source look like, and how clean they are.</summary>
public sealed record DataSummary
{
    /// <summary>Where they come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Rows read; 0 where only the usable ones are known.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows set aside because they cannot be used, by reason.</summary>
    public RejectedRows[] Rejected { get; init; } = [];

    /// <summary>Rows that an option left out, by reason.</summary>
    public RejectedRows[] LeftOut { get; init; } = [];

    /// <summary>What was done with duplicates, in words; null where that is not known.</summary>
    public string? Duplicates { get; init; }

    /// <summary>Rows that repeat what others say, and were merged into them.</summary>
    public long MergedRows { get; init; }

    /// <summary>Pairs of user and item.</summary>
    public long InteractionCount { get; init; }

    /// <summary>Users with at least one row.</summary>
    public int UserCount { get; init; }

    /// <summary>Items with at least one row.</summary>
    public int ItemCount { get; init; }

    /// <summary>Share of all pairs of user and item that have a row, 0 to 1.</summary>
    public double Density { get; init; }

    /// <summary>Whether the source had values; if not, each row counts 1.</summary>
    public bool HasValues { get; init; }

    /// <summary>First day of the rows; null where the source has no time, or none that is a date.</summary>
    public DateTime? FirstDay { get; init; }

    /// <summary>Last day of the rows.</summary>
    public DateTime? LastDay { get; init; }

    /// <summary>Users by their number of rows; the bins widen.</summary>
    public HistogramBin[] UserActivity { get; init; } = [];

    /// <summary>Items by their number of rows; the bins widen.</summary>
    public HistogramBin[] ItemActivity { get; init; } = [];

    /// <summary>Rows by value: one bin a value where there are few, equal ranges else; empty without values.</summary>
    public HistogramBin[] Values { get; init; } = [];
}
