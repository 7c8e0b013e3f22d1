namespace RecTools;

/// <summary>One row of the run table.</summary>
public sealed record RunInfo
{
    /// <summary>Number of the run.</summary>
    public long RunId { get; init; }

    /// <summary>Model that it trained.</summary>
    public required string ModelName { get; init; }

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>How it stands or ended.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Whether readers see this run's tables now.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Start, in UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>End, in UTC; null while it runs.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Rows read.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows set aside.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Rows written to result tables.</summary>
    public long RowsWritten { get; init; }

    /// <summary>Options of the algorithm as JSON.</summary>
    public string? Options { get; init; }

    /// <summary>Computer that ran it.</summary>
    public string? Host { get; init; }

    /// <summary>Version of RecTools.</summary>
    public string? Version { get; init; }

    /// <summary>SHA-256 of the input.</summary>
    public string? InputHash { get; init; }

    /// <summary>SHA-256 of the result.</summary>
    public string? ResultHash { get; init; }

    /// <summary>Stable id of the error that ended it.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Message of the error that ended it.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Qualities measured.</summary>
    public MetricValue[] Metrics { get; init; } = [];

    /// <summary>Steps of the training loop.</summary>
    public TrainingStep[] Steps { get; init; } = [];

    /// <summary>Rows set aside, by reason.</summary>
    public RejectedRows[] Rejected { get; init; } = [];
}
