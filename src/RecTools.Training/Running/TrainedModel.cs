namespace RecTools.Training;

/// <summary>What came out of the work of a run, before it is published.</summary>
internal sealed record TrainedModel
{
    /// <summary>The model.</summary>
    public required IStoredModel Model { get; init; }

    /// <summary>What the hash of the result takes in of the model: all of it that follows from the data.</summary>
    public required IStoredModel Fingerprint { get; init; }

    /// <summary>Writes the result tables.</summary>
    public required IResultTables Tables { get; init; }

    /// <summary>Rows read, set aside and left out.</summary>
    public required RowTally Rows { get; init; }

    /// <summary>SHA-256 of the usable input in its canonical order.</summary>
    public required string InputHash { get; init; }

    /// <summary>Qualities measured.</summary>
    public required IReadOnlyList<MetricValue> Metrics { get; init; }

    /// <summary>Steps of the training loop.</summary>
    public required IReadOnlyList<TrainingStep> Steps { get; init; }

    /// <summary>What was done with duplicates, in plain words.</summary>
    public required string Duplicates { get; init; }

    /// <summary>Usable pairs of user and item; 0 where there are no items.</summary>
    public int InteractionCount { get; init; }

    /// <summary>Users or customers.</summary>
    public required int UserCount { get; init; }

    /// <summary>Items.</summary>
    public int ItemCount { get; init; }

    /// <summary>Why this model, where it was not asked for by name; null where it was.</summary>
    public ModelChoice? Choice { get; init; }

    /// <summary>The groups found, by algorithms that find groups.</summary>
    public IReadOnlyList<Cluster> Clusters { get; init; } = [];
}
