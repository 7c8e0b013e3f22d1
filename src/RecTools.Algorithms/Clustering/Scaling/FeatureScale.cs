using MathNet.Numerics.Statistics;

namespace RecTools.Algorithms;

/// <summary>How one feature is brought to a common measure: perhaps its logarithm, less an offset, divided by a scale.</summary>
/// <param name="Logarithm">Whether ln(1 + |x|) with the sign of x takes the place of x.</param>
/// <param name="Offset">What is subtracted then.</param>
/// <param name="Scale">What the rest is divided by; above 0.</param>
public readonly record struct FeatureScale(bool Logarithm, double Offset, double Scale)
{
    // Two customers of different categories are as far apart as two that differ by one in a feature: (1, 0) and (0, 1) are the root of 2 apart.
    private static readonly double CategoryScale = Math.Sqrt(2);

    /// <summary>For a feature of 0 or 1 that stands for a category.</summary>
    public static FeatureScale Category => new(false, 0, CategoryScale);

    /// <summary>The feature before offset and scale.</summary>
    public double Bend(double value) => Logarithm ? Math.CopySign(Math.Log(1 + Math.Abs(value)), value) : value;

    /// <summary>The scaled feature.</summary>
    public double Apply(double value) => (Bend(value) - Offset) / Scale;

    /// <summary>Learns offset and scale from the values of all customers.</summary>
    /// <param name="values">The values, finite, not all equal.</param>
    /// <param name="scaling">How; <see cref="FeatureScaling.Auto"/> is ZScore.</param>
    public static FeatureScale Learn(double[] values, FeatureScaling scaling)
    {
        var bent = new FeatureScale(scaling == FeatureScaling.LogZScore, 0, 1);
        double[] sorted = [.. values.Select(bent.Bend).Order()];
        var (offset, scale) = scaling switch
        {
            FeatureScaling.None => (0, 1),
            FeatureScaling.MinMax => (sorted[0], sorted[^1] - sorted[0]),
            FeatureScaling.Robust when Quantile(sorted, 0.75) - Quantile(sorted, 0.25) is > 0 and var distance => (Quantile(sorted, 0.5), distance),
            FeatureScaling.Robust => (Quantile(sorted, 0.5), Deviation(sorted)),
            _ => (Mean(sorted), Deviation(sorted)),
        };
        return bent with { Offset = offset, Scale = scale };
    }

    /// <summary>A quantile with linear interpolation between neighbours (type 7 of Hyndman and Fan 1996, the default of R and of numpy).</summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(double[] sorted, double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    /// <summary>The mean; summed in the order given.</summary>
    public static double Mean(double[] values) => values.Mean();

    /// <summary>The standard deviation of the population.</summary>
    public static double Deviation(double[] values) => values.PopulationStandardDeviation();
}
