namespace RecTools.Algorithms;

/// <summary>Mean absolute error: sum over test rows of |predicted - actual| / rows.</summary>
internal sealed class Mae : IRatingMetric
{
    /// <inheritdoc/>
    public string Name => "MAE";

    /// <inheritdoc/>
    public double Loss(double difference) => Math.Abs(difference);

    /// <inheritdoc/>
    public double FromMean(double meanLoss) => meanLoss;
}
