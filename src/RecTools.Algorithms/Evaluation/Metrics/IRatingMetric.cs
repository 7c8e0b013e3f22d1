namespace RecTools.Algorithms;

/// <summary>An error of predicted ratings: a mean over test rows of a loss, put back into the unit of the ratings.</summary>
internal interface IRatingMetric
{
    /// <summary>Name in results.</summary>
    string Name { get; }

    /// <summary>Loss of one row.</summary>
    /// <param name="difference">Predicted minus actual value.</param>
    double Loss(double difference);

    /// <summary>The figure that a mean loss stands for.</summary>
    double FromMean(double meanLoss);
}
