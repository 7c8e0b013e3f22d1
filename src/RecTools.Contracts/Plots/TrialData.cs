namespace RecTools;

/// <summary>What each trial of a search gave, in order, and the best so far.</summary>
public sealed record TrialData : PlotData
{
    /// <summary>For each trial its value on each validation fold; empty where it failed.</summary>
    public required double[][] FoldValues { get; init; }

    /// <summary>For each trial the mean; NaN where it failed.</summary>
    public required double[] Value { get; init; }

    /// <summary>For each trial whether it was measured on all folds.</summary>
    public required bool[] IsFinished { get; init; }

    /// <summary>What was searched by.</summary>
    public required string Label { get; init; }

    /// <summary>Whether lower is better.</summary>
    public bool LowerIsBetter { get; init; }
}
