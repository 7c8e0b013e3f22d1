namespace RecTools.Algorithms;

/// <summary>How a figure is made of sums over users: the sum of one column by the sum of another, put back into the unit of the metric.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Column">The column of values.</param>
/// <param name="WeightColumn">The column of weights; null where each user weighs 1.</param>
internal sealed record UserMetric(string Name, int Column, int? WeightColumn)
{
    /// <summary>The figure that a mean stands for.</summary>
    public Func<double, double> FromMean { get; init; } = static mean => mean;

    /// <summary>The figure; NaN where there is no weight.</summary>
    /// <param name="sums">Sums of all columns.</param>
    /// <param name="userCount">Users in them.</param>
    public double Figure(ReadOnlySpan<double> sums, int userCount) => Figure(sums[Column], WeightOf(sums, userCount));

    /// <summary>The figure of a sum of values and the sum of their weights; NaN where there is no weight.</summary>
    public double Figure(double value, double weight) => weight == 0 ? double.NaN : FromMean(value / weight);

    /// <summary>The sum of weights.</summary>
    public double WeightOf(ReadOnlySpan<double> sums, int userCount) => WeightColumn is { } column ? sums[column] : userCount;
}
