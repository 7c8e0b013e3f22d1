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

    [Theory]
    [InlineData("groceries/groceries.csv", ',', 20)]
    [InlineData("fimi/T10I4D100K.dat", ' ', null)]
    [InlineData("fimi/retail.dat", ' ', 177)]
    public void Auto_picks_a_support_that_gives_a_useful_number_of_rules(string file, char separator, int? usual)
    {
        var mined = Mine(RealBaskets.Read(file, separator), new AssociationRulesOptions());
        Assert.Equal(usual ?? mined.MinCount, mined.MinCount);
        Assert.InRange(mined.Rules.Count, SupportChoice.FewestRules, SupportChoice.MostRules);
    }

    [Theory]
    [InlineData(45, 0.75, 29)]
    [InlineData(100, 0.5, 27)]
    [InlineData(18, 0.5, 25)]
    public void Auto_finds_a_useful_number_in_dense_baskets_too(int items, double density, int limitBits)
    {
        var random = new SeededRandom(52);
        int[] start = new int[1_001];
        var entries = new List<int>();
        for (var basket = 0; basket < 1_000; basket++)
        {
            for (var item = 0; item < items; item++)
            {
                if (random.NextDouble() < density)
                {
                    entries.Add(item);
                }
            }

            start[basket + 1] = entries.Count;
        }

        var set = new BasketSet(items, start, [.. entries]);
        var mined = Mine(set, new AssociationRulesOptions(), 1L << limitBits);
        Assert.InRange(mined.Rules.Count, SupportChoice.FewestRules, SupportChoice.MostRules);
        Assert.Equal(mined.MinCount, Mine(set, new AssociationRulesOptions(), 1L << 30).MinCount);
    }

    [Fact]
    public void Auto_goes_down_the_shares_as_they_are_written()
    {
        // Two of a hundred products in twenty of a thousand baskets together: just 2 %, and nothing below.
        var baskets = Enumerable.Range(0, 1_000).Select(i => i < 20 ? 3u : 0u).ToArray();
        Assert.Equal(20, SupportThreshold.AtLeast(0.02, 1_000));
        var mined = Mine(SlowRules.ToSet(baskets, 2), new AssociationRulesOptions());
        Assert.Equal((5, 2), (mined.MinCount, mined.Rules.Count));
    }

    [Fact]
    public void Auto_says_so_where_nothing_lies_between_no_rule_and_too_many()
    {
        var baskets = Enumerable.Repeat(0x3FFF_FFFFu, 100).ToArray();
        var miner = new RuleMiner(SlowRules.ToSet(baskets, 30), new AssociationRulesOptions(), SideData.None, 1 << 26, new Workers(2));
        var error = Assert.Throws<RecException>(miner.FindRules);
        Assert.Equal(("NoUsefulSupport", RecErrorKind.Limit), (error.ErrorId, error.Kind));
        Assert.Contains("(100 of 100 baskets) would give", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxItems", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_prefers_few_rules_to_far_too_many()
    {
        // Of thirty items that are always together in 40 of 100 baskets come too many rules; of two others in 60 come two.
        uint[] baskets = [.. Enumerable.Repeat(0x3FFF_FFFCu, 40), .. Enumerable.Repeat(3u, 60)];
        var mined = Mine(SlowRules.ToSet(baskets, 30), new AssociationRulesOptions(), 1 << 26);
        Assert.Equal((41, 2), (mined.MinCount, mined.Rules.Count));
    }

    [Fact]
    public void The_rules_of_half_a_million_itemsets_take_less_than_two_gigabytes()
    {
        var set = RealBaskets.Read("fimi/T10I4D100K.dat", ' ');
        var options = new AssociationRulesOptions { MinSupport = 0.0001 };

        // On one thread it is this one, so what other tests take does not count; all that was ever taken is more than what was held at once.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mined = new RuleMiner(set, options, SideData.None, 1L << 31, new Workers(1)).FindRules();
        Assert.Equal((411_365, 778_859), (mined.ItemsetCount, mined.Rules.Count));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1L << 31);
        Assert.Equal("TooManyItemsets", Assert.Throws<RecException>(() => Mine(set, options, 30_000_000)).ErrorId);
        Assert.Equal("TooManyRules", Assert.Throws<RecException>(() => Mine(set, options, 100_000_000)).ErrorId);
    }

    [Fact]
    public void Auto_finds_something_in_a_handful_of_baskets()
    {
        var mined = new RuleMiner(SlowRules.ToSet([3, 3, 1, 4], 3), new AssociationRulesOptions(), SideData.None, 1 << 30, new Workers(1)).FindRules();
        Assert.Equal((2, 2), (mined.MinCount, mined.Rules.Count));
    }

    private static MinedRules Mine(BasketSet baskets, AssociationRulesOptions options, long memoryLimit = 1 << 30) =>
        new RuleMiner(baskets, options, SideData.None, memoryLimit, new Workers(2)).FindRules();
}
