namespace RecTools;

/// <summary>What <c>Invoke-RecTraining</c> gives back.</summary>
public sealed record TrainingResult
{
    /// <summary>Number of the run in the run table; null when nothing was written.</summary>
    public long? RunId { get; init; }

    /// <summary>Name under which the model is stored and its results are published.</summary>
    public required string ModelName { get; init; }

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>How the run ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Rows read from the source.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows set aside because they cannot be used.</summary>
    public long RowsRejected { get; init; }

    /// <summary>The rows set aside, by reason.</summary>
    public RejectedRows[] Rejected { get; init; } = [];

    /// <summary>Rows that an option left out, such as cancelled lines, by reason.</summary>
    public RejectedRows[] LeftOut { get; init; } = [];

    /// <summary>Pairs of user and item left after duplicates were merged.</summary>
    public long InteractionCount { get; init; }

    /// <summary>How duplicates were merged, and how many rows that took away.</summary>
    public required string Duplicates { get; init; }

    /// <summary>Users with at least one usable row.</summary>
    public int UserCount { get; init; }

    /// <summary>Items with at least one usable row.</summary>
    public int ItemCount { get; init; }

    /// <summary>Every option of the algorithm as used, given or by default.</summary>
    public required IReadOnlyDictionary<string, object?> Options { get; init; }

    /// <summary>Why this algorithm with these settings was taken, in words, where Auto chose; null where it was asked for.</summary>
    public string? Choice { get; init; }

    /// <summary>What Auto tried, in order.</summary>
    public SearchTrial[] Trials { get; init; } = [];

    /// <summary>Qualities measured on the holdout.</summary>
    public MetricValue[] Metrics { get; init; } = [];

    /// <summary>Steps of the training loop of the model that was published.</summary>
    public TrainingStep[] Steps { get; init; } = [];

    /// <summary>The groups of customers, where the algorithm finds groups.</summary>
    public Cluster[] Clusters { get; init; } = [];

    /// <summary>Time from start to end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Time by stage.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stages { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>SHA-256 of the usable input in its canonical order.</summary>
    public required string InputHash { get; init; }

    /// <summary>SHA-256 of the model, the metrics and the published rows.</summary>
    public required string ResultHash { get; init; }

    /// <summary>Tables and views that were written.</summary>
    public PublishedTable[] Published { get; init; } = [];
}
