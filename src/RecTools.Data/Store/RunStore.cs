namespace RecTools.Data;

/// <summary>The tables Run, Metric, TrainingStep and RejectedRow.</summary>
public sealed class RunStore(Database database)
{
    /// <summary>Writes the row of a run that begins, in a transaction of its own.</summary>
    /// <returns>Its number.</returns>
    public long Begin(string modelName, string algorithm, string optionsJson, DateTime startedAt) => throw new NotImplementedException();

    /// <summary>Marks runs of the model that are still open as failed (<c>RunAbandoned</c>). Call only while holding the model's lock.</summary>
    /// <returns>How many there were.</returns>
    public int CloseAbandoned(string modelName, long exceptRunId) => throw new NotImplementedException();

    /// <summary>Closes a run that did not come to publish, and writes its metrics, steps and rejected rows: one transaction.</summary>
    public void Close(long runId, RunOutcome outcome) => throw new NotImplementedException();

    /// <summary>Runs, newest first.</summary>
    /// <param name="modelName">One model; null for all. May hold wildcards * and ?.</param>
    /// <param name="runId">One run; null for all.</param>
    /// <param name="last">How many at most; 0 for all.</param>
    /// <param name="detail">Whether metrics, steps and rejected rows come along.</param>
    public IReadOnlyList<RunInfo> Find(string? modelName, long? runId, int last, bool detail) => throw new NotImplementedException();
}

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
