namespace RecTools;

/// <summary>Everything that one training run needs to know.</summary>
public sealed record TrainingRequest
{
    /// <summary>Name of a registered algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Name to store the model and publish its tables under.</summary>
    public required string ModelName { get; init; }

    /// <summary>The rows to learn from.</summary>
    public required InteractionSource Source { get; init; }

    /// <summary>Values of the parameters that the queries have, by name without @.</summary>
    public IReadOnlyDictionary<string, object?> QueryParameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Categories of the items, for rules at several levels; null without.</summary>
    public HierarchySource? Hierarchy { get; init; }

    /// <summary>Model of groups whose published members say to which group each user belongs; null without.</summary>
    public string? ClusterModel { get; init; }

    /// <summary>What describes the items; null where nothing does.</summary>
    public FeatureSource? ItemFeatures { get; init; }

    /// <summary>What describes the users; null where nothing does.</summary>
    public FeatureSource? UserFeatures { get; init; }

    /// <summary>What describes customers, where groups of them are looked for; null where nothing is said of it.</summary>
    public FeatureRequest? Features { get; init; }

    /// <summary>Settings of the algorithm by name; what is missing takes its default.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } = new Dictionary<string, object?>();

    /// <summary>How to measure.</summary>
    public SplitRequest Split { get; init; } = new();

    /// <summary>Length of the list that ranking metrics look at.</summary>
    public int K { get; init; } = 10;

    /// <summary>Recommendations to write for each user.</summary>
    public int Top { get; init; } = 10;

    /// <summary>A table of the user's own to write recommendations to instead of the versioned ones.</summary>
    public string? Destination { get; init; }

    /// <summary>How <see cref="Destination"/> is written.</summary>
    public DestinationMode DestinationMode { get; init; } = DestinationMode.Replace;

    /// <summary>Whether to fit again on all rows after measuring, before publishing.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>Whether to write anything but the run's record.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>What lists of recommendations may hold, and how they are put together.</summary>
    public ListRequest Lists { get; init; } = new();

    /// <summary>What the run must show before its results are published.</summary>
    public GateRequest Gates { get; init; } = new();

    /// <summary>Similar items to write for each item; 0 writes no such table.</summary>
    public int SimilarTop { get; init; } = 10;

    /// <summary>Parts of the reason to write for each recommendation; 0 writes no such table.</summary>
    public int EvidenceTop { get; init; }

    /// <summary>What to do with duplicates.</summary>
    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Auto;

    /// <summary>Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</summary>
    public double MaxRejected { get; init; } = 0.1;

    /// <summary>Start of every random draw.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Bytes that the run may use; 0 for three quarters of what the machine has free.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>What cancelling the run does with what it has learned so far.</summary>
    public CancelAction OnCancel { get; init; }

    /// <summary>Time that Auto may take to choose, the last fits included.</summary>
    public TimeSpan TimeBudget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The figure that Auto chooses by; null for nDCG.</summary>
    public string? Metric { get; init; }

    /// <summary>Records of the model's runs to keep; 0 for all. Those of versions that are kept stay in any case.</summary>
    public int KeepRuns { get; init; }

    /// <summary>Versions of the published tables to keep, the current one included.</summary>
    public int KeepVersions { get; init; } = 3;
}

/// <summary>How a user's own table is written.</summary>
public enum DestinationMode
{
    /// <summary>All its rows are replaced.</summary>
    Replace,

    /// <summary>Rows are added.</summary>
    Append,

    /// <summary>Rows of users who have new ones are replaced by them; rows of other users stay.</summary>
    Merge,
}
