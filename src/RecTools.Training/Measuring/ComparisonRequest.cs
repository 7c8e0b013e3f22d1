namespace RecTools.Training;

/// <summary>Which models are compared, and on which rows.</summary>
public sealed record ComparisonRequest
{
    /// <summary>The rows, the split, and what may be used; without a source the rows of the first stored model. Its algorithm, name and options do not matter.</summary>
    public required TrainingRequest Training { get; init; }

    /// <summary>Names of algorithms, perhaps with settings, such as <c>ItemKnn(Neighbors=40)</c>; with no stored models either, all that the rows allow.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = [];

    /// <summary>Names of stored models, which lend their algorithm and settings.</summary>
    public IReadOnlyList<string> StoredModels { get; init; } = [];

    /// <summary>Settings by name of the algorithm.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Options { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, object?>>();

    /// <summary>The figure that models are ranked by; null for nDCG.</summary>
    public string? Metric { get; init; }

    /// <summary>Smallest value of a test row that makes its item relevant; null when every test row does.</summary>
    public float? RelevantFrom { get; init; }
}
