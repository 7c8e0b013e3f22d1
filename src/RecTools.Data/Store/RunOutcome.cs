namespace RecTools.Data;

/// <summary>How a run ended.</summary>
public sealed record RunOutcome
{
    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>End, in UTC.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>Rows read.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows set aside.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Rows written to result tables.</summary>
    public long RowsWritten { get; init; }

    /// <summary>SHA-256 of the input.</summary>
    public string? InputHash { get; init; }

    /// <summary>SHA-256 of the result.</summary>
    public string? ResultHash { get; init; }

    /// <summary>Error that ended it.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Its message.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Qualities measured.</summary>
    public IReadOnlyList<MetricValue> Metrics { get; init; } = [];

    /// <summary>Steps of the training loop.</summary>
    public IReadOnlyList<TrainingStep> Steps { get; init; } = [];

    /// <summary>Rows set aside, by reason.</summary>
    public IReadOnlyList<RejectedRows> Rejected { get; init; } = [];
}
