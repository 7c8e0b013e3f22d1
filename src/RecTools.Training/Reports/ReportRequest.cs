namespace RecTools.Training;

/// <summary>What to write a report of, and where to.</summary>
public sealed record ReportRequest
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>As what it is written.</summary>
    public ReportFormat Format { get; init; }

    /// <summary>Title in place of the usual one; null for that.</summary>
    public string? Title { get; init; }

    /// <summary>What the report is of; empty where a model or a run is named.</summary>
    public IReadOnlyList<object> Objects { get; init; } = [];

    /// <summary>A stored model; null for none.</summary>
    public string? ModelName { get; init; }

    /// <summary>A run; null for that of the model's current version.</summary>
    public long? RunId { get; init; }

    /// <summary>Whether an existing file may be replaced.</summary>
    public bool Overwrite { get; init; } = true;

    /// <summary>Whether even a file that is marked as read-only may be replaced.</summary>
    public bool Force { get; init; }
}
