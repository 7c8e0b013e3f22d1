using System.Numerics;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Rules are all the ways to split frequent itemsets, and nothing else.</summary>
public class RuleGeneratorTests
{
    [Fact]
    public void Hundreds_of_small_data_sets_give_the_rules_that_brute_force_gives()
    {
        var random = new SeededRandom(31);
        for (var round = 0; round < 600; round++)
        {
            var items = 2 + random.Next(6);
            var baskets = SlowRules.Draw(ref random, 2 + random.Next(30), items, 0.2 + (0.6 * random.NextDouble()));
            var options = new AssociationRulesOptions
            {
                MinCount = 1 + random.Next(4),
                MinConfidence = random.Next(11) / 10.0,
                MaxConsequent = 1 + random.Next(3),
            };
            Assert.Equal(Slow(baskets, items, options).Select(rule => rule.Text).Order(), Texts(Mine(baskets, items, options)).Order());
        }
    }

    [Fact]
    public void The_strongest_comes_first()
    {
        var random = new SeededRandom(32);
        var rules = Mine(SlowRules.Draw(ref random, 60, 8, 0.4), 8, new AssociationRulesOptions { MinCount = 2, MinConfidence = 0.1 });
        var keys = Enumerable.Range(0, rules.Count).Select(rule => rules.MeasuresOf(rule)).Select(m => (-m.Confidence, -m.Lift, -m.Both)).ToList();
        Assert.Equal(keys.Order(), keys);
    }

    [Fact]
    public void A_redundant_rule_is_one_that_a_more_general_one_is_as_sure_as()
    {
        var random = new SeededRandom(33);
        for (var round = 0; round < 200; round++)
        {
            var baskets = SlowRules.Draw(ref random, 25, 6, 0.5);
            var options = new AssociationRulesOptions { MinCount = 2, MinConfidence = 0.3, MaxConsequent = 2 };
            double Confidence(uint left, uint right) => (double)SlowRules.Count(baskets, left | right) / SlowRules.Count(baskets, left);
            var kept = Slow(baskets, 6, options).Where(rule => !Enumerable.Range(0, 64)
                .Any(part => ((uint)part & rule.Left) == part && part != rule.Left && Confidence((uint)part, rule.Right) >= Confidence(rule.Left, rule.Right)));
            Assert.Equal(kept.Select(rule => rule.Text).Order(), Texts(Mine(baskets, 6, options with { PruneRedundant = true })).Order());
        }
    }

    [Fact]
    public void Every_filter_keeps_what_is_at_its_bound_or_better_and_nothing_else()
    {
        var random = new SeededRandom(34);
        var baskets = SlowRules.Draw(ref random, 50, 7, 0.4);
        var all = new AssociationRulesOptions { MinCount = 2, MinConfidence = 0.2 };
        Check(m => m.Lift, (options, bound) => options with { MinLift = bound });
        Check(m => m.Leverage, (options, bound) => options with { MinLeverage = bound });
        Check(m => Over((1 - Share(m.Consequent)) * m.Antecedent, m.Antecedent - m.Both), (options, bound) => options with { MinConviction = bound });
        Check(m => m.Cosine, (options, bound) => options with { MinCosine = bound });
        Check(m => m.Kulczynski, (options, bound) => options with { MinKulczynski = bound });
        Check(m => -m.ImbalanceRatio, (options, bound) => options with { MaxImbalanceRatio = -bound });
        Check(m => Over(m.Both * (50.0 - m.Antecedent), (double)m.Antecedent * (m.Consequent - m.Both)), (options, bound) => options with { MinImportance = Math.Log10(bound) });
        Check(m => -FisherExactTest.PValue(m), (options, bound) => options with { MaxPValue = -bound, PValueCorrection = PValueCorrection.None });

        // Above 0 / 0 nothing is a bound; anything else over 0 is above every bound.
        double Share(int count) => count / 50.0;
        double Over(double above, double below) => below > 0 ? above / below : above > 0 ? double.PositiveInfinity : double.NaN;

        void Check(Func<RuleMeasures, double> measure, Func<AssociationRulesOptions, double, AssociationRulesOptions> filter)
        {
            var rules = Mine(baskets, 7, all);
            var values = Enumerable.Range(0, rules.Count).Select(rule => measure(rules.MeasuresOf(rule))).ToList();
            var bound = values.Where(double.IsFinite).Order().ElementAt(values.Count / 2);
            var kept = Mine(baskets, 7, filter(all, bound));
            Assert.Equal(values.Count(value => value >= bound), kept.Count);
            Assert.InRange(kept.Count, 1, rules.Count - 1);
            Assert.All(Enumerable.Range(0, kept.Count), rule => Assert.True(measure(kept.MeasuresOf(rule)) >= bound));
        }
    }

    [Fact]
    public void A_measure_without_meaning_passes_no_filter_and_an_infinite_one_passes_all()
    {
        // The bag (0) is in every basket; of the others, 1 is never without 2.
        uint[] baskets = [.. Enumerable.Repeat(0b0111u, 10), .. Enumerable.Repeat(0b0101u, 10), .. Enumerable.Repeat(0b1001u, 20)];
        var options = new AssociationRulesOptions { MinCount = 2, MinConfidence = 0, MaxItems = 2 };
        Assert.Contains("1 => 4: 40 40 20 20", Texts(Mine(baskets, 4, options)));
        Assert.Equal(["2 => 4: 40 10 20 10", "4 => 2: 40 20 10 10"], Texts(Mine(baskets, 4, options with { MinImportance = 0.1 })).Order());
        Assert.Equal(["2 => 4: 40 10 20 10"], Texts(Mine(baskets, 4, options with { MinConviction = 1.6 })));
    }

    [Fact]
    public void Patterns_choose_the_items_of_a_side()
    {
        var random = new SeededRandom(35);
        var baskets = SlowRules.Draw(ref random, 50, 6, 0.5);
        string[] names = ["whole milk", "Milk chocolate", "rye bread", "white bread", "tea", "jam"];
        var side = new SideData { Fits = (item, pattern) => Wildcard.Matches(pattern, names[item]) };
        var options = new AssociationRulesOptions { MinCount = 2, MinConfidence = 0, Antecedent = ["*bread", "tea"], Consequent = ["*MILK*"] };
        var rules = Mine(baskets, 6, options, side);
        var slow = Slow(baskets, 6, options).Where(rule => (rule.Left & 0b011100) != 0 && (rule.Right & 0b000011) != 0);
        Assert.Equal(slow.Select(rule => rule.Text).Order(), Texts(rules).Order());
    }

    [Theory]
    [InlineData(0.001, 0.8, 410)]
    [InlineData(0.001, 0.5, 5_668)]
    [InlineData(0.01, 0.5, 15)]
    [InlineData(0.006, 0.25, 463)]
    public void Real_baskets_give_the_numbers_that_others_find(double support, double confidence, int expected)
    {
        var set = RealBaskets.Read("groceries/groceries.csv", ',');
        var options = new AssociationRulesOptions { MinSupport = support, MinConfidence = confidence };
        Assert.Equal(expected, new RuleMiner(set, options, SideData.None, 1 << 30, new Workers(2)).FindRules().Rules.Count);
    }

    private static RuleSet Mine(uint[] baskets, int items, AssociationRulesOptions options, SideData? side = null) =>
        new RuleMiner(SlowRules.ToSet(baskets, items), options, side ?? SideData.None, 1 << 30, new Workers(2)).FindRules().Rules;

    private static IEnumerable<(uint Left, uint Right, string Text)> Slow(uint[] baskets, int items, AssociationRulesOptions options)
    {
        foreach (var (set, count) in SlowRules.Itemsets(baskets, items, options.MinCount!.Value))
        {
            for (uint right = 1; right < set; right++)
            {
                if ((right & set) != right || BitOperations.PopCount(right) > options.MaxConsequent)
                {
                    continue;
                }

                var left = set & ~right;
                var (x, y) = (SlowRules.Count(baskets, left), SlowRules.Count(baskets, right));
                if ((double)count / x >= options.MinConfidence)
                {
                    yield return (left, right, $"{left} => {right}: {baskets.Length} {x} {y} {count}");
                }
            }
        }
    }

    private static IEnumerable<string> Texts(RuleSet rules) => Enumerable.Range(0, rules.Count).Select(rule =>
    {
        var m = rules.MeasuresOf(rule);
        return $"{SlowRules.ToMask(rules.AntecedentOf(rule))} => {SlowRules.ToMask(rules.ConsequentOf(rule))}: {m.Baskets} {m.Antecedent} {m.Consequent} {m.Both}";
    });
}
