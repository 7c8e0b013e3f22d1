namespace RecTools;

/// <summary>The best settings that a search found: what <c>Optimize-RecModel</c> gives back.</summary>
public sealed record SearchResult
{
    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The figure that was searched by, such as <c>nDCG</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Length of the lists.</summary>
    public int K { get; init; }

    /// <summary>The best settings; those not named have their defaults.</summary>
    public required IReadOnlyDictionary<string, object?> Options { get; init; }

    /// <summary>Their figure on the validation folds.</summary>
    public double ValidationValue { get; init; }

    /// <summary>The figure of the default settings on the same folds; null where they failed.</summary>
    public double? DefaultValidationValue { get; init; }

    /// <summary>Why these settings were taken, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>The figures of a model with these settings on test rows that the search never saw.</summary>
    public MetricValue[] TestMetrics { get; init; } = [];

    /// <summary>The same of a model with default settings.</summary>
    public MetricValue[] DefaultTestMetrics { get; init; } = [];

    /// <summary>Probability of a difference between the two this large by chance; null where it cannot be told.</summary>
    public double? PValue { get; init; }

    /// <summary>Everything that was tried, in order.</summary>
    public SearchTrial[] Trials { get; init; } = [];

    /// <summary>Why it was tried no further, in words.</summary>
    public required string StoppedBecause { get; init; }

    /// <summary>Time from start to end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>File with the trials, from which a search goes on; null without.</summary>
    public string? TrialPath { get; init; }

    /// <summary>Job file with the best settings, for Invoke-RecTraining; null without.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>The rows.</summary>
    public required DataSummary Data { get; init; }
}
