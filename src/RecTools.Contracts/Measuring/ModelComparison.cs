namespace RecTools;

/// <summary>Several models measured on the same rows: what <c>Compare-RecModel</c> finds.</summary>
public sealed record ModelComparison
{
    /// <summary>The figure that they are ranked by, such as <c>nDCG</c> or <c>RMSE</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>How rows were set aside.</summary>
    public required SplitRequest Split { get; init; }

    /// <summary>Length of the lists.</summary>
    public int K { get; init; }

    /// <summary>The models, best first.</summary>
    public LeaderboardEntry[] Entries { get; init; } = [];

    /// <summary>The rows.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>Test rows that lie before training rows; null where there is none, or no time.</summary>
    public LeakFinding? Leak { get; init; }

    /// <summary>What a reader of the figures must know, such as which models lose to Popularity.</summary>
    public string[] Warnings { get; init; } = [];
}
