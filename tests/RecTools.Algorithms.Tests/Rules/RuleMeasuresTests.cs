using MathNet.Numerics.Distributions;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The measures of a rule by their textbook formulas.</summary>
public class RuleMeasuresTests
{
    [Fact]
    public void Every_measure_is_what_its_formula_says()
    {
        var random = new SeededRandom(41);
        for (var round = 0; round < 2_000; round++)
        {
            var n = 2 + random.Next(500);
            var (x, y) = (1 + random.Next(n), 1 + random.Next(n));
            var least = Math.Max(1, x + y - n);
            var both = least + random.Next(Math.Min(x, y) - least + 1);
            var rule = new RuleMeasures(n, x, y, both);
            double Share(double count) => count / n;
            Near(Share(both), rule.Support);
            Near(Share(both) / Share(x), rule.Confidence);
            Near(Share(both) / (Share(x) * Share(y)), rule.Lift);
            Near(Share(both) - (Share(x) * Share(y)), rule.Leverage);
            Near(Share(both) / Math.Sqrt(Share(x) * Share(y)), rule.Cosine);
            Near(((Share(both) / Share(x)) + (Share(both) / Share(y))) / 2, rule.Kulczynski);
            Near(Math.Abs(Share(x) - Share(y)) / (Share(x) + Share(y) - Share(both)), rule.ImbalanceRatio);
            var (yes, no) = (Share(both) / Share(x), (Share(y) - Share(both)) / (1 - Share(x)));
            NearOrNull(both == x ? null : (1 - Share(y)) / (1 - yes), rule.Conviction);
            NearOrNull(x == n || both == y ? null : Math.Log10(yes / no), rule.Importance);
        }
    }

    [Fact]
    public void What_is_infinite_and_what_has_no_meaning_are_two_things()
    {
        var always = new RuleMeasures(100, 20, 30, 20);
        Assert.Equal((null, double.PositiveInfinity), (always.Conviction, always.UnboundedConviction));
        var only = new RuleMeasures(100, 40, 30, 30);
        Assert.Equal((null, double.PositiveInfinity), (only.Importance, only.UnboundedImportance));
        var toAll = new RuleMeasures(100, 20, 100, 20);
        Assert.Equal((null, double.NaN), (toAll.Conviction, toAll.UnboundedConviction));
        var ofAll = new RuleMeasures(100, 100, 30, 30);
        Assert.Equal((null, double.NaN), (ofAll.Importance, ofAll.UnboundedImportance));
    }

    [Fact]
    public void Counts_of_many_millions_do_not_overflow()
    {
        var rule = new RuleMeasures(2_000_000_000, 1_500_000_000, 1_400_000_000, 1_200_000_000);
        Near(1.2 / (1.5 * 1.4) * 2, rule.Lift);
        Near(0.6 - (0.75 * 0.7), rule.Leverage);
        Near(300.0 / 1700, new RuleMeasures(2_000_000_000, 1_500_000_000, 1_800_000_000, 1_600_000_000 - 0).ImbalanceRatio);
    }

    [Fact]
    public void The_p_value_is_the_upper_tail_of_the_hypergeometric_distribution()
    {
        var random = new SeededRandom(42);
        for (var round = 0; round < 500; round++)
        {
            var n = 5 + random.Next(60);
            var (x, y) = (1 + random.Next(n), 1 + random.Next(n));
            var least = Math.Max(1, x + y - n);
            var both = least + random.Next(Math.Min(x, y) - least + 1);
            var distribution = new Hypergeometric(n, x, y);
            var tail = Enumerable.Range(both, Math.Min(x, y) - both + 1).Sum(distribution.Probability);
            Assert.Equal(tail, FisherExactTest.PValue(new RuleMeasures(n, x, y, both)), 1e-9);
        }
    }

    [Fact]
    public void Extremes_of_the_p_value_stay_within_0_and_1()
    {
        Assert.Equal(1, FisherExactTest.PValue(new RuleMeasures(10, 10, 4, 4)));
        Assert.Equal(1.0 / 252, FisherExactTest.PValue(new RuleMeasures(10, 5, 5, 5)), 1e-12);
        Assert.InRange(FisherExactTest.PValue(new RuleMeasures(10_000_000, 50_000, 60_000, 300)), 0.4, 0.6);
        Assert.Equal(0, FisherExactTest.PValue(new RuleMeasures(10_000_000, 50_000, 60_000, 40_000)));
        Assert.Equal(1, FisherExactTest.PValue(new RuleMeasures(1_000_000, 500_000, 500_000, 1)));
        Assert.Equal(1, FisherExactTest.PValue(new RuleMeasures(100_000, 50_000, 20_000, 0)));
    }

    private static void NearOrNull(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Near(expected ?? 0, actual ?? 0);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
