namespace RecTools;

/// <summary>What to publish again of a stored model, without fitting anything.</summary>
public sealed record PublishRequest
{
    /// <summary>Name of the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>Run whose version of the model is meant; null for the current one.</summary>
    public long? RunId { get; init; }

    /// <summary>Where the customers to place in groups are; null for the source that the model was fitted on, as it is now. Its columns are those of that source.</summary>
    public InteractionSource? Source { get; init; }

    /// <summary>Whether only users are scored whose rows are others now than those that the model was fitted on; the others' recommendations stay as they are.</summary>
    public bool OnlyChanged { get; init; }

    /// <summary>Values of the parameters that the queries have, by name without @.</summary>
    public IReadOnlyDictionary<string, object?> QueryParameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Recommendations to write for each user.</summary>
    public int Top { get; init; } = 10;

    /// <summary>What lists of recommendations may hold, and how they are put together.</summary>
    public ListRequest Lists { get; init; } = new();

    /// <summary>Share of the recommendations that may be others than readers see now, 0 to 1; null for no bound.</summary>
    public double? MaxChurn { get; init; }

    /// <summary>Similar items to write for each item; 0 writes no such table.</summary>
    public int SimilarTop { get; init; } = 10;

    /// <summary>Parts of the reason to write for each recommendation; 0 writes no such table.</summary>
    public int EvidenceTop { get; init; }

    /// <summary>A table of the user's own to write recommendations to instead of the versioned ones.</summary>
    public string? Destination { get; init; }

    /// <summary>How <see cref="Destination"/> is written.</summary>
    public DestinationMode DestinationMode { get; init; } = DestinationMode.Replace;

    /// <summary>Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</summary>
    public double MaxRejected { get; init; } = 0.1;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Bytes that the run may use; 0 for three quarters of what the machine has free.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>Versions of the published tables to keep, the current one included.</summary>
    public int KeepVersions { get; init; } = 3;
}
