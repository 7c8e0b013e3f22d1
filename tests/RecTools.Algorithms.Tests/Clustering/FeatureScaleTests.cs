using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>How features are made comparable, by the formulas of the documentation.</summary>
public class FeatureScaleTests
{
    private static readonly double[] Values = [4, -1, 0, 9, 2.5, 2.5, 100, 7, -30];

    [Fact]
    public void Nothing_is_done_where_nothing_is_asked() => Near(Values, Scaled(Values, FeatureScaling.None));

    [Fact]
    public void Z_scores_have_mean_zero_and_deviation_one()
    {
        var mean = Values.Average();
        var deviation = Math.Sqrt(Values.Average(value => (value - mean) * (value - mean)));
        Near(Values.Select(value => (value - mean) / deviation), Scaled(Values, FeatureScaling.ZScore));
        Near(Scaled(Values, FeatureScaling.ZScore), Scaled(Values, FeatureScaling.Auto));
    }

    [Fact]
    public void Robust_scores_are_distances_from_the_median_in_distances_of_the_quartiles()
    {
        // Sorted: -30 -1 0 2.5 2.5 4 7 9 100, so the quartiles are the third, fifth and seventh.
        Near(Values.Select(value => (value - 2.5) / 7), Scaled(Values, FeatureScaling.Robust));
        double[] mostlyEqual = [1, 1, 1, 1, 1, 1, 1, 1, 5];
        Near(mostlyEqual.Select(value => (value - 1) / (Math.Sqrt(8) * 4 / 9)), Scaled(mostlyEqual, FeatureScaling.Robust));
    }

    [Fact]
    public void The_smallest_becomes_0_and_the_largest_1() => Near(Values.Select(value => (value + 30) / 130), Scaled(Values, FeatureScaling.MinMax));

    [Fact]
    public void The_logarithm_keeps_the_sign_and_is_taken_before_the_z_score()
    {
        var bent = Values.Select(value => Math.Sign(value) * Math.Log(1 + Math.Abs(value))).ToArray();
        Near(Scaled(bent, FeatureScaling.ZScore), Scaled(Values, FeatureScaling.LogZScore));
    }

    [Fact]
    public void Two_customers_of_different_categories_are_one_apart()
    {
        var scale = FeatureScale.Category;
        Assert.Equal(1, Math.Sqrt(2 * Math.Pow(scale.Apply(1) - scale.Apply(0), 2)), 1e-12);
    }

    [Fact]
    public void Quantiles_lie_between_their_neighbours()
    {
        Assert.Equal([1, 1.75, 2.5, 4], new[] { 0, 0.25, 0.5, 1 }.Select(share => FeatureScale.Quantile([1, 2, 3, 4], share)));
    }

    private static double[] Scaled(double[] values, FeatureScaling scaling)
    {
        var scale = FeatureScale.Learn(values, scaling);
        return Array.ConvertAll(values, scale.Apply);
    }

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
