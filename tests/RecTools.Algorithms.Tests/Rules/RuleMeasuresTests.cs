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
            if (both == x)
            {
                Assert.Null(rule.Conviction);
            }
            else
            {
                Near((1 - Share(y)) / (1 - (Share(both) / Share(x))), rule.Conviction!.Value);
            }

            if (x == n || both == y)
            {
                Assert.Null(rule.Importance);
            }
            else
            {
                Near(Math.Log10((Share(both) / Share(x)) / ((Share(y) - Share(both)) / (1 - Share(x)))), rule.Importance!.Value);
            }
        }
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

    [Fact]
    public void Corrections_are_those_of_Holm_and_of_Benjamini_and_Hochberg()
    {
        double[] pValues = [0.01, 0.04, 0.03, 0.005];
        Assert.Equal([0.03, 0.06, 0.06, 0.02], MultipleTesting.Correct(pValues, PValueCorrection.Holm).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.02, 0.04, 0.04, 0.02], MultipleTesting.Correct(pValues, PValueCorrection.BenjaminiHochberg).Select(p => Math.Round(p, 12)));
        Assert.Equal(pValues, MultipleTesting.Correct(pValues, PValueCorrection.None));
        Assert.Empty(MultipleTesting.Correct([], PValueCorrection.Holm));
        Assert.All(MultipleTesting.Correct([0.9, 1, 0.8], PValueCorrection.Holm), p => Assert.Equal(1, p));
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));
}
