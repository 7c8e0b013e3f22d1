namespace RecTools.Algorithms;

/// <summary>Root mean squared error: sqrt(sum over test rows of (predicted - actual)^2 / rows).</summary>
internal sealed class Rmse : IRatingMetric
{
    /// <inheritdoc/>
    public string Name => "RMSE";

    /// <inheritdoc/>
    public double Loss(double difference) => difference * difference;

    /// <inheritdoc/>
    public double FromMean(double meanLoss) => Math.Sqrt(meanLoss);
}
