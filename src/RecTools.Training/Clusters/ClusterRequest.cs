namespace RecTools.Training;

/// <summary>What an analyst wants to know of groups of customers, now and without writing anything.</summary>
public sealed record ClusterRequest
{
    /// <summary>Name of the algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The rows.</summary>
    public required InteractionSource Source { get; init; }

    /// <summary>What describes a customer.</summary>
    public FeatureRequest Features { get; init; } = new();

    /// <summary>Values of the parameters that the queries have, by name without @.</summary>
    public IReadOnlyDictionary<string, object?> QueryParameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Settings of the algorithm by name.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>What to do with several rows of a customer.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</summary>
    public double MaxRejected { get; init; } = 0.1;

    /// <summary>Start of every random draw.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Threads to use; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Bytes that may be used; 0 for three quarters of what the machine has free.</summary>
    public long MemoryLimit { get; init; }
}
