namespace RecTools.Training;

/// <summary>What is measured, and on which rows.</summary>
public sealed record MeasurementRequest
{
    /// <summary>The algorithm with its settings, the rows, the split, and what may be used. Without an algorithm the stored model's, without a source its own rows.</summary>
    public required TrainingRequest Training { get; init; }

    /// <summary>A stored model; null to measure the algorithm.</summary>
    public string? StoredModel { get; init; }

    /// <summary>The run whose version of the stored model is meant; null for the current one.</summary>
    public long? RunId { get; init; }

    /// <summary>Smallest value of a test row that makes its item relevant; null when every test row does.</summary>
    public float? RelevantFrom { get; init; }

    /// <summary>What users are told apart by.</summary>
    public IReadOnlyList<UserSegment> SegmentBy { get; init; } = [UserSegment.History];

    /// <summary>Column whose values tell users apart; null for none.</summary>
    public string? SegmentColumn { get; init; }

    /// <summary>Whether to fit once more on a split by time, where the one asked for tells the model the future.</summary>
    public bool TimeSplit { get; init; } = true;
}
