using System.Numerics;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Corrected p-values, and the number of tests that they are corrected for.</summary>
public class MultipleTestingTests
{
    [Fact]
    public void Corrections_are_those_of_Holm_and_of_Benjamini_and_Hochberg()
    {
        double[] pValues = [0.01, 0.04, 0.03, 0.005];
        Assert.Equal([0.03, 0.06, 0.06, 0.02], MultipleTesting.Correct(pValues, 4, PValueCorrection.Holm).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.02, 0.04, 0.04, 0.02], MultipleTesting.Correct(pValues, 4, PValueCorrection.BenjaminiHochberg).Select(p => Math.Round(p, 12)));
        Assert.Equal(pValues, MultipleTesting.Correct(pValues, 4, PValueCorrection.None));
        Assert.Empty(MultipleTesting.Correct([], 0, PValueCorrection.Holm));
        Assert.All(MultipleTesting.Correct([0.9, 1, 0.8], 3, PValueCorrection.Holm), p => Assert.Equal(1, p));
    }

    [Theory]
    [InlineData(PValueCorrection.Holm)]
    [InlineData(PValueCorrection.BenjaminiHochberg)]
    public void Tests_that_are_not_given_count_as_if_their_p_value_were_1(PValueCorrection correction)
    {
        var random = new SeededRandom(81);
        for (var round = 0; round < 200; round++)
        {
            var given = Enumerable.Range(0, random.Next(20)).Select(_ => Math.Pow(random.NextDouble(), 4)).ToArray();
            var others = random.Next(30);
            var all = given.Concat(Enumerable.Repeat(1.0, others)).ToArray();
            var slow = Array.ConvertAll(given, p => correction == PValueCorrection.Holm
                ? all.Where(other => other <= p).Max(other => Math.Min(1, other * all.Count(larger => larger >= other)))
                : all.Where(other => other >= p).Min(other => Math.Min(1, other * all.Length / all.Count(smaller => smaller <= other))));
            Assert.Equal(slow.Select(p => Math.Round(p, 12)), MultipleTesting.Correct(given, given.Length + others, correction).Select(p => Math.Round(p, 12)));
        }
    }

    [Fact]
    public void The_tests_are_all_pairs_of_sides_that_are_frequent_each()
    {
        var random = new SeededRandom(82);
        for (var round = 0; round < 200; round++)
        {
            var items = 2 + random.Next(6);
            var baskets = SlowRules.Draw(ref random, 40, items, 0.5);
            var (minCount, maxItems) = (1 + random.Next(8), 2 + random.Next(items));
            var frequent = SlowRules.Itemsets(baskets, items, minCount).Keys.ToList();
            long Slow(int maxConsequent) => frequent.Sum(left => (long)frequent.Count(right => (left & right) == 0
                && BitOperations.PopCount(right) <= maxConsequent && BitOperations.PopCount(left | right) <= maxItems));
            var sizes = new long[32];
            frequent.ForEach(set => sizes[BitOperations.PopCount(set)] += BitOperations.PopCount(set) <= maxItems ? 1 : 0);
            Assert.Equal(Slow(1), RuleFamily.Count(sizes, 1, maxItems));
            Assert.True(RuleFamily.Count(sizes, 3, maxItems) >= Slow(3));
        }
    }

    [Fact]
    public void Rules_are_corrected_for_all_of_these_whatever_confidence_and_filters_leave()
    {
        var random = new SeededRandom(83);
        var baskets = SlowRules.Draw(ref random, 100, 7, 0.4);
        var tests = SlowRules.Itemsets(baskets, 7, 8).Sum(set => 7 - BitOperations.PopCount(set.Key));
        foreach (var correction in new[] { PValueCorrection.Holm, PValueCorrection.BenjaminiHochberg })
        {
            var all = new AssociationRulesOptions { MinCount = 8, MinConfidence = 0.5, PValueCorrection = correction };
            var rules = Rules(SlowRules.ToSet(baskets, 7), all);
            Assert.Equal(MultipleTesting.Correct(rules.PValues, tests, correction), rules.AdjustedPValues);
            var few = Rules(SlowRules.ToSet(baskets, 7), all with { MinLift = 1.1 });
            Assert.InRange(few.Count, 1, rules.Count - 1);
            Assert.Subset(rules.AdjustedPValues.ToHashSet(), few.AdjustedPValues.ToHashSet());
        }
    }

    [Theory]
    [InlineData(5, 0.12)]
    [InlineData(5, 0)]
    [InlineData(9, 0)]
    public void Where_nothing_goes_with_anything_Holm_finds_something_in_a_twentieth_of_the_data_sets_at_most(int minCount, double minConfidence)
    {
        const int DataSets = 120;
        var random = new SeededRandom(84);
        var options = new AssociationRulesOptions
        {
            MinCount = minCount, MaxItems = 2, MinConfidence = minConfidence, PValueCorrection = PValueCorrection.Holm, MaxPValue = 0.05,
        };
        var withFinds = 0;
        for (var set = 0; set < DataSets; set++)
        {
            withFinds += Rules(Independent(ref random, 2_000, 60, 0.05), options).Count > 0 ? 1 : 0;
        }

        // One in twenty is 6; 14 or more come about once in 400 times.
        Assert.InRange(withFinds, 0, 13);
    }

    private static BasketSet Independent(ref SeededRandom random, int baskets, int items, double share)
    {
        List<int> start = [0];
        var entries = new List<int>();
        for (var basket = 0; basket < baskets; basket++)
        {
            for (var item = 0; item < items; item++)
            {
                if (random.NextDouble() < share)
                {
                    entries.Add(item);
                }
            }

            start.Add(entries.Count);
        }

        return new BasketSet(items, [.. start], [.. entries]);
    }

    private static RuleSet Rules(BasketSet baskets, AssociationRulesOptions options) =>
        new RuleMiner(baskets, options, SideData.None, 1 << 30, new Workers(2)).FindRules().Rules;
}
