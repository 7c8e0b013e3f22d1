namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Auto"/>.</summary>
public sealed record AutoOptions
{
    /// <summary>Algorithms to try.</summary>
    [Option("Names of the algorithms to try; empty: all that the rows allow.")]
    public string[] Algorithms { get; init; } = [];

    /// <summary>Validation folds.</summary>
    [Option("Into how many folds the training rows are cut, each of which is held back once to measure a trial on.", Minimum = 2, Maximum = ValidationFolds.MostFolds)]
    public int Folds { get; init; } = 5;

    /// <summary>Algorithms whose settings are searched.</summary>
    [Option("How many of the best algorithms have their settings searched.", Minimum = 1, Maximum = 100)]
    public int Leaders { get; init; } = 3;

    /// <summary>Trials in all.</summary>
    [Option("How many trials there may be in all. AsTimeAllows: as many as -TimeBudget holds.", Minimum = 1, Maximum = 1e6, WhenUnset = "AsTimeAllows")]
    public int? MaxTrials { get; init; }

    /// <summary>Whether a hybrid of the leaders is tried.</summary>
    [Option("Whether a Hybrid of the best algorithms is tried at the end.")]
    public bool Blend { get; init; } = true;
}
