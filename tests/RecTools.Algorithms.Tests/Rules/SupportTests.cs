using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>From a share of baskets to a count, how many itemsets that gives, and which to pick.</summary>
public class SupportTests
{
    [Fact]
    public void A_share_that_is_a_whole_number_of_baskets_is_that_number()
    {
        for (var baskets = 1; baskets <= 1_000; baskets++)
        {
            for (var hundredths = 1; hundredths <= 100; hundredths++)
            {
                var share = hundredths / 100.0;
                Assert.Equal(((hundredths * baskets) + 99) / 100, SupportThreshold.AtLeast(share, baskets));
                Assert.Equal(hundredths * baskets / 100, SupportThreshold.AtMost(share, baskets));
            }
        }
    }

    [Fact]
    public void Support_is_at_least_one_basket() => Assert.Equal(1, SupportThreshold.AtLeast(1e-12, 50));

    [Fact]
    public void Itemsets_at_the_boundary_are_in()
    {
        // Seven of a hundred baskets have both: 0.07 x 100 is 7.000000000000001 in floating point.
        var baskets = Enumerable.Range(0, 100).Select(i => i < 7 ? 3u : 0u).ToArray();
        var options = new AssociationRulesOptions { MinSupport = 0.07 };
        Assert.Equal(2, new RuleMiner(SlowRules.ToSet(baskets, 2), options, SideData.None, 1 << 30, new Workers(1)).FindRules().Rules.Count);
        Assert.Equal(0, new RuleMiner(SlowRules.ToSet(baskets, 2), options with { MinSupport = 0.0701 }, SideData.None, 1 << 30, new Workers(1)).FindRules().Rules.Count);
    }

    [Fact]
    public void The_estimate_counts_exactly_while_it_can()
    {
        var random = new SeededRandom(51);
        var baskets = SlowRules.Draw(ref random, 200, 10, 0.3);
        var miner = new RuleMiner(SlowRules.ToSet(baskets, 10), new AssociationRulesOptions { MinCount = 3 }, SideData.None, 1 << 30, new Workers(2));
        var estimates = miner.Estimate();
        Assert.Equal([192, 96, 48, 24, 12, 6, 3], estimates.Select(estimate => estimate.MinCount));
        Assert.All(estimates, estimate => Assert.Equal((EstimateKind.Counted, SlowRules.Itemsets(baskets, 10, estimate.MinCount).Count), (estimate.Kind, (int)estimate.Itemsets)));
    }

    [Fact]
    public void Too_many_itemsets_are_refused_with_an_estimate_and_a_support_that_fits()
    {
        // Thirty items always together in forty baskets, and two others together more often.
        uint[] baskets = [.. Enumerable.Repeat(0x3FFF_FFFCu, 40), .. Enumerable.Repeat(3u, 60)];
        var miner = new RuleMiner(SlowRules.ToSet(baskets, 30), new AssociationRulesOptions { MinCount = 15 }, SideData.None, 1 << 28, new Workers(2));
        var error = Assert.Throws<RecException>(miner.FindRules);
        Assert.Equal(("TooManyItemsets", RecErrorKind.Limit), (error.ErrorId, error.Kind));
        Assert.Contains("15 % (15 of 100 baskets) would give more than 20 million itemsets", error.Message, StringComparison.Ordinal);
        Assert.Contains("60 % gives 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("Raise MinSupport", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_rules_are_refused_too()
    {
        var baskets = Enumerable.Repeat(0xFFFFu, 100).ToArray();
        var options = new AssociationRulesOptions { MinCount = 50, MaxConsequent = 15 };
        var miner = new RuleMiner(SlowRules.ToSet(baskets, 16), options, SideData.None, 1 << 24, new Workers(2));
        Assert.Equal("TooManyRules", Assert.Throws<RecException>(miner.FindRules).ErrorId);
    }

    [Fact]
    public void Auto_picks_a_support_that_gives_a_useful_number_of_rules()
    {
        var set = RealBaskets.Read("groceries/groceries.csv", ',');
        var mined = new RuleMiner(set, new AssociationRulesOptions(), SideData.None, 1 << 30, new Workers(2)).FindRules();
        Assert.Equal(20, mined.MinCount);
        Assert.InRange(mined.Rules.Count, 1_000, 10_000);
    }

    [Fact]
    public void Auto_finds_something_in_a_handful_of_baskets()
    {
        var mined = new RuleMiner(SlowRules.ToSet([3, 3, 1, 4], 3), new AssociationRulesOptions(), SideData.None, 1 << 30, new Workers(1)).FindRules();
        Assert.Equal((2, 2), (mined.MinCount, mined.Rules.Count));
    }
}
