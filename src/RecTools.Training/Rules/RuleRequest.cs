namespace RecTools.Training;

/// <summary>What an analyst wants to know of baskets, now and without writing anything.</summary>
public sealed record RuleRequest
{
    /// <summary>The rows.</summary>
    public required InteractionSource Source { get; init; }

    /// <summary>Categories of the items; null without.</summary>
    public HierarchySource? Hierarchy { get; init; }

    /// <summary>Values of the parameters that the queries have, by name without @.</summary>
    public IReadOnlyDictionary<string, object?> QueryParameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Settings of AssociationRules by name.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</summary>
    public double MaxRejected { get; init; } = 0.1;

    /// <summary>Threads to use; 0 for one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Bytes that may be used; 0 for three quarters of what the machine has free.</summary>
    public long MemoryLimit { get; init; }
}
