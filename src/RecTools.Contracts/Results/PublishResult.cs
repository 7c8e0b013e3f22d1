namespace RecTools;

/// <summary>What <c>Publish-RecModel</c> gives back.</summary>
public sealed record PublishResult
{
    /// <summary>Number of the run that published.</summary>
    public required long RunId { get; init; }

    /// <summary>Name of the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>Its algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Rows read, where customers were placed in groups or changed users looked for.</summary>
    public long RowsRead { get; init; }

    /// <summary>Users scored because their rows have changed, new ones among them; null where all were scored.</summary>
    public int? ChangedUsers { get; init; }

    /// <summary>Users whose recommendations were left out because they have no rows any more; null where all were scored.</summary>
    public int? GoneUsers { get; init; }

    /// <summary>Rows set aside, by reason.</summary>
    public RejectedRows[] Rejected { get; init; } = [];

    /// <summary>The groups with the customers placed in them, where the model finds groups.</summary>
    public Cluster[] Clusters { get; init; } = [];

    /// <summary>SHA-256 of the model and the published rows.</summary>
    public required string ResultHash { get; init; }

    /// <summary>Time from start to end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Tables and views that were written.</summary>
    public required PublishedTable[] Published { get; init; }
}
