using System.Numerics;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Redundancy where there are categories.</summary>
public class RedundantRulesTests
{
    // Items 0 to 4; categories 5 (of 0, 1), 6 (of 2, 3) and 7 (of 6 and 4).
    private static readonly int[][] Parents = [[5], [5], [6], [6], [7], [], [7], []];
    private static readonly uint[] Above = [1u << 5, 1u << 5, (1u << 6) | (1u << 7), (1u << 6) | (1u << 7), 1u << 7, 0, 1u << 7, 0];

    [Fact]
    public void A_rule_is_redundant_if_one_that_asks_for_less_or_says_more_is_as_sure()
    {
        var hierarchy = ItemHierarchy.TryMake(5, Parents, out _)!;
        var random = new SeededRandom(91);
        var pruned = 0;
        for (var round = 0; round < 300; round++)
        {
            var baskets = SlowRules.Draw(ref random, 30, 5, 0.15 + (0.5 * random.NextDouble()));
            var extended = Array.ConvertAll(baskets, Widened);
            var options = new AssociationRulesOptions { MinCount = 2, MinConfidence = 0.3, MaxConsequent = 1 + random.Next(2) };
            var all = Mine(baskets, options, hierarchy);
            var expected = all.Where(rule => !IsRedundant(extended, rule)).ToList();
            Assert.Equal(expected.Order(), Mine(baskets, options with { PruneRedundant = true }, hierarchy).Order());
            pruned += all.Count - expected.Count;
        }

        Assert.True(pruned > 1_000);
    }

    [Fact]
    public void Dairy_goes_before_butter_and_vegetables_before_fresh_products()
    {
        // Items: butter 0, cheese 1, carrots 2, leeks 3; categories: dairy 4, vegetables 5, fresh products 6 above these. Fresh products are vegetables only.
        int[][] parents = [[4], [4], [5], [5], [], [6], []];
        uint[] baskets = [.. Enumerable.Repeat(0b0101u, 6), .. Enumerable.Repeat(0b1010u, 6), .. Enumerable.Repeat(0b1001u, 2), .. Enumerable.Repeat(0b0100u, 2), .. Enumerable.Repeat(0u, 9)];
        var rules = Mine(baskets, new AssociationRulesOptions { MinCount = 2, MaxItems = 2, PruneRedundant = true }, ItemHierarchy.TryMake(4, parents, out _)!);
        Assert.Contains((1u << 4, 1u << 5), rules);
        Assert.DoesNotContain((1u << 0, 1u << 5), rules);
        Assert.DoesNotContain((1u << 4, 1u << 6), rules);
        Assert.Contains((1u << 0, 1u << 2), rules);
    }

    private static bool IsRedundant(uint[] extended, (uint Left, uint Right) rule)
    {
        double Confidence(uint left, uint right) => (double)SlowRules.Count(extended, left | right) / SlowRules.Count(extended, left);
        var confidence = Confidence(rule.Left, rule.Right);
        for (uint other = 0; other < 1 << 8; other++)
        {
            // Whatever holds the if-side holds this one too.
            var asksForLess = other != rule.Left && (other & ~Widened(rule.Left)) == 0;
            if (asksForLess && IsAllowed(other | rule.Right) && (other & rule.Right) == 0 && Confidence(other, rule.Right) >= confidence)
            {
                return true;
            }

            // One category of the then-side has become something within it.
            var (gone, come) = (rule.Right & ~other, other & ~rule.Right);
            var saysMore = BitOperations.PopCount(gone) == 1 && BitOperations.PopCount(come) == 1 && (Above[BitOperations.TrailingZeroCount(come)] & gone) != 0;
            if (saysMore && (other & rule.Left) == 0 && IsAllowed(other | rule.Left) && Confidence(rule.Left, other) >= confidence)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAllowed(uint set) => SlowRules.ItemsOf(set).All(item => (set & Above[item]) == 0);

    private static uint Widened(uint set) => SlowRules.ItemsOf(set).Aggregate(set, (all, item) => all | Above[item]);

    private static List<(uint Left, uint Right)> Mine(uint[] baskets, AssociationRulesOptions options, ItemHierarchy hierarchy)
    {
        var side = new SideData { Hierarchy = hierarchy };
        var rules = new RuleMiner(SlowRules.ToSet(baskets, hierarchy.ItemCount), options, side, 1 << 30, new Workers(2)).FindRules().Rules;
        return [.. Enumerable.Range(0, rules.Count).Select(rule => (SlowRules.ToMask(rules.AntecedentOf(rule)), SlowRules.ToMask(rules.ConsequentOf(rule))))];
    }
}
