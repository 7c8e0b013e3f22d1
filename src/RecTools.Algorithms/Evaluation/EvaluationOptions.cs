namespace RecTools.Algorithms;

/// <summary>How a model is measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Smallest value of a test row that makes its item relevant to the user; null when every test row does.</summary>
    public float? RelevantFrom { get; init; }

    /// <summary>Resamples of the bootstrap behind the intervals; 0 for none.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>What lists may hold and how they are put together; what users have is always that of the training rows.</summary>
    public ListRules Lists { get; init; } = ListRules.None;

    /// <summary>What the results call the rows measured on.</summary>
    public string Split { get; init; } = "Holdout";
}
