namespace RecTools;

/// <summary>Which settings are searched, on which rows, and for how long.</summary>
public sealed record SearchRequest
{
    /// <summary>The algorithm, the settings that are held, the rows, the split of the test rows, and what may be used; also what the job file with the best settings says.</summary>
    public required TrainingSettings Training { get; init; }

    /// <summary>Time the search may take, the last fits for the final figures included.</summary>
    public TimeSpan TimeBudget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Trials at most, those of the trial file included; null for as many as the time allows.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>The figure to search by; null for nDCG.</summary>
    public string? Metric { get; init; }

    /// <summary>
    /// What to search in place of what the algorithm ships with: for each setting a list of values, or a table with <c>Min</c>, <c>Max</c> and perhaps <c>Log</c>;
    /// null for what it ships with.
    /// </summary>
    public IReadOnlyDictionary<string, object?>? Space { get; init; }

    /// <summary>Validation folds that the training rows are cut into.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>File that keeps the trials, from which a search goes on; null for none.</summary>
    public string? TrialPath { get; init; }

    /// <summary>Job file to write with the best settings; null for none.</summary>
    public string? OutFile { get; init; }

    /// <summary>Whether that file may exist.</summary>
    public bool Force { get; init; }
}
