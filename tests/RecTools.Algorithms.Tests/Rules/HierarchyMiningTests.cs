using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Mining with categories.</summary>
public class HierarchyMiningTests
{
    // Items 0 to 4; categories 5 (of 0, 1), 6 (of 2, 3) and 7 (of 6 and 4).
    private static readonly int[][] Parents = [[5], [5], [6], [6], [7], [], [7], []];

    [Fact]
    public void Itemsets_are_those_of_extended_baskets_without_an_item_and_what_is_above_it()
    {
        var hierarchy = Hierarchy();
        uint[] above = [1u << 5, 1u << 5, (1u << 6) | (1u << 7), (1u << 6) | (1u << 7), 1u << 7, 0, 1u << 7, 0];
        var random = new SeededRandom(61);
        for (var round = 0; round < 300; round++)
        {
            var baskets = SlowRules.Draw(ref random, 30, 5, 0.2 + (0.4 * random.NextDouble()));
            var extended = Array.ConvertAll(baskets, basket => SlowRules.ItemsOf(basket).Aggregate(basket, (all, item) => all | above[item]));
            var slow = SlowRules.Itemsets(extended, 8, 3).Where(set => SlowRules.ItemsOf(set.Key).All(item => (set.Key & above[item]) == 0));
            var bounds = new ItemsetBounds(3, int.MaxValue, 31, hierarchy.AreRelated);
            var found = ItemsetMiner.Mine(hierarchy.Extend(SlowRules.ToSet(baskets, 5)), bounds, long.MaxValue, new Workers(2))!;
            Assert.Equal(slow.Select(set => (set.Key, set.Value)).Order(), SlowRules.ToMasks(found).Select(set => (set.Key, set.Value)).Order());
        }
    }

    [Fact]
    public void Everything_above_is_known_and_a_cycle_is_found()
    {
        var hierarchy = Hierarchy();
        Assert.Equal([6, 7], hierarchy.AncestorsOf(2).ToArray());
        Assert.True(hierarchy.AreRelated(2, 7) && hierarchy.AreRelated(7, 2));
        Assert.False(hierarchy.AreRelated(2, 3) || hierarchy.AreRelated(5, 6));
        Assert.Null(ItemHierarchy.TryMake(1, [[1], [2], [3], [1]], out var cycle));
        Assert.Equal([1, 2, 3, 1], cycle);
    }

    [Fact]
    public void A_chain_of_more_levels_than_can_be_meant_is_a_fault_however_long_it_is()
    {
        static int[][] Chain(int levels) => [.. Enumerable.Range(1, levels).Select(parent => new[] { parent }), []];
        var deepest = ItemHierarchy.TryMake(1, Chain(ItemHierarchy.MostLevels), out var none)!;
        Assert.Empty(none);
        Assert.Equal(Enumerable.Range(1, ItemHierarchy.MostLevels), deepest.AncestorsOf(0).ToArray());
        Assert.Null(ItemHierarchy.TryMake(1, Chain(ItemHierarchy.MostLevels + 1), out var chain));
        Assert.Equal(Enumerable.Range(0, ItemHierarchy.MostLevels + 2), chain);
        Assert.Null(ItemHierarchy.TryMake(1, Chain(1_000_000), out var tooLong));
        Assert.Equal(ItemHierarchy.MostLevels + 2, tooLong.Count);
        Assert.Null(ItemHierarchy.TryMake(1, [.. Chain(1_000_000).SkipLast(1), [0]], out var cycle));
        Assert.Equal((1_000_002, 0, 0), (cycle.Count, cycle[0], cycle[^1]));
    }

    [Fact]
    public void A_model_with_categories_comes_back_as_it_was()
    {
        var random = new SeededRandom(62);
        var set = SlowRules.ToSet(SlowRules.Draw(ref random, 60, 5, 0.5), 5);
        var rows = new SparseMatrix(5, set.Starts.ToArray(), set.Entries.ToArray(), Enumerable.Repeat(1f, set.EntryCount).ToArray());
        var algorithm = new AssociationRules();
        var context = FitContext.Default with { Side = new SideData { Hierarchy = Hierarchy() } };
        var model = algorithm.Fit(rows, new AssociationRulesOptions { MinCount = 3 }, context);
        var bytes = Fitted.SavedBytes(model);
        var loaded = Fitted.Load("AssociationRules", bytes, rows);
        Assert.Equal(bytes, Fitted.SavedBytes(loaded));
        Assert.Equal(Fitted.AllScores(model), Fitted.AllScores(loaded));
        Assert.Contains(Enumerable.Range(0, ((IRuleModel)model).Rules.Count), rule => ((IRuleModel)loaded).Rules.ConsequentOf(rule)[0] >= 5);
    }

    private static ItemHierarchy Hierarchy() => ItemHierarchy.TryMake(5, Parents, out _)!;
}
