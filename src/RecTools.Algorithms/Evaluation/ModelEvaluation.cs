namespace RecTools.Algorithms;

/// <summary>All that is measured of a model on rows that it was not fitted on.</summary>
public sealed record ModelEvaluation
{
    /// <summary>
    /// The figures of all users: what <see cref="Evaluator.Evaluate"/> gives, and <c>Novelty</c>, <c>PopularityBias</c> and <c>Diversity</c>, in the order
    /// rating errors, hits, coverage, the rest.
    /// </summary>
    public required MetricValue[] Metrics { get; init; }

    /// <summary>Figures of each user's list; no users where none has a relevant test row. Coverage is of all lists together, so it is not among them.</summary>
    public required UserFigures Lists { get; init; }

    /// <summary>Rating errors of each user with a test row; null where the model does not predict ratings.</summary>
    public required UserFigures? Ratings { get; init; }

    /// <summary>The lists measured; empty for users who were not.</summary>
    public required TopLists TopLists { get; init; }

    /// <summary>Predicted against actual ratings, from low to high; empty where the model does not predict ratings.</summary>
    public required CalibrationBin[] Calibration { get; init; }

    /// <summary>What popular items hold of the training rows and of the lists, from the most popular on; empty where no list was measured.</summary>
    public required LongTailPoint[] LongTail { get; init; }

    /// <summary>The figures of each user for a metric: those of ratings or those of lists.</summary>
    /// <param name="metric">Name of the metric, such as <c>RMSE</c> or <c>nDCG</c>.</param>
    /// <returns>Null where the model has no such figures.</returns>
    public UserFigures? FiguresOf(string metric) =>
        Lists.MetricNames.Contains(metric) ? Lists : Ratings is { } ratings && ratings.MetricNames.Contains(metric) ? ratings : null;
}
