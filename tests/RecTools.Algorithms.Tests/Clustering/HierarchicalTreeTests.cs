using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Cuts, the order of leaves and the cophenetic correlation are what their definitions say.</summary>
public class HierarchicalTreeTests
{
    public static TheoryData<Linkage> Linkages => [.. Enum.GetValues<Linkage>()];

    [Theory]
    [MemberData(nameof(Linkages))]
    public void A_cut_by_count_is_what_is_left_after_so_many_merges(Linkage linkage)
    {
        var random = new SeededRandom(41);
        for (var round = 0; round < 50; round++)
        {
            var points = HierarchicalPoints.Grid(ref random, 2 + random.Next(40), 2, 12);
            var tree = TreeBuilder.Build(points, null, linkage, FitContext.Default);
            for (var count = 1; count <= points.Count; count++)
            {
                var cut = TreeCut.ByCount(tree, count);
                Assert.Equal(count, cut.GroupCount);
                AssertGroups(MembersAfter(tree, points.Count - count), cut);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void A_cut_by_height_keeps_the_groups_without_a_higher_merge(Linkage linkage)
    {
        var random = new SeededRandom(42);
        for (var round = 0; round < 50; round++)
        {
            var points = HierarchicalPoints.Normal(ref random, 2 + random.Next(40), 2);
            var tree = TreeBuilder.Build(points, null, linkage, FitContext.Default);
            var height = tree.Height[random.Next(tree.Height.Length)] * (0.5 + random.NextDouble());
            var cut = TreeCut.ByHeight(tree, height);

            // Two leaves are together where some group holds both and nothing in it was merged higher.
            var groups = Groups(tree);
            var low = groups.Where(group => groups.Where(part => part.Members.IsSubsetOf(group.Members)).All(part => part.Height <= height)).ToArray();
            for (var leaf = 0; leaf < points.Count; leaf++)
            {
                for (var other = 0; other < leaf; other++)
                {
                    Assert.Equal(low.Any(group => group.Members.Contains(leaf) && group.Members.Contains(other)), cut.GroupOf[leaf] == cut.GroupOf[other]);
                }
            }

            Assert.Equal(cut.GroupOf.Distinct().Count(), cut.GroupCount);
            Assert.Equal(points.Count, TreeCut.ByHeight(tree, -1).GroupCount);
            Assert.Equal(1, TreeCut.ByHeight(tree, tree.Height.Max()).GroupCount);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void In_the_order_of_leaves_every_group_is_a_run_and_the_lower_one_comes_first(Linkage linkage)
    {
        var random = new SeededRandom(43);
        for (var round = 0; round < 50; round++)
        {
            var points = HierarchicalPoints.Grid(ref random, 2 + random.Next(40), 2, 12);
            var tree = TreeBuilder.Build(points, null, linkage, FitContext.Default);
            var order = LeafOrder.Of(tree);
            Assert.Equal(Enumerable.Range(0, points.Count), order.Order());
            foreach (var group in Groups(tree))
            {
                int[] places = [.. group.Members.Select(leaf => Array.IndexOf(order, leaf)).Order()];
                Assert.Equal(places.Length - 1, places[^1] - places[0]);
            }

            double HeightOf(int group) => group < points.Count ? -1 : tree.Height[group - points.Count];
            var first = order[0];
            var top = tree.Height.Length - 1;
            var lower = HeightOf(tree.Right[top]) < HeightOf(tree.Left[top]) ? tree.Right[top] : tree.Left[top];
            Assert.Contains(first, lower < points.Count ? [lower] : Groups(tree)[lower - points.Count].Members);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void The_cophenetic_correlation_is_that_of_all_pairs(Linkage linkage)
    {
        var random = new SeededRandom(44);
        for (var round = 0; round < 40; round++)
        {
            var points = HierarchicalPoints.Normal(ref random, 3 + random.Next(60), 3);
            var tree = TreeBuilder.Build(points, null, linkage, FitContext.Default);
            var found = CopheneticCorrelation.Of(points, tree, FitContext.Default);
            Assert.Equal(SlowCorrelation(points, tree), found.Value, 1e-9);
            Assert.Equal((points.Count, false), (found.PointCount, found.IsSampled));
        }
    }

    [Fact]
    public void Points_of_one_leaf_came_together_at_height_0()
    {
        var random = new SeededRandom(45);
        for (var round = 0; round < 20; round++)
        {
            var points = HierarchicalPoints.Normal(ref random, 40, 3);
            int[] leafOf = [.. Enumerable.Range(0, 40).Select(point => point < 9 ? point : random.Next(9))];
            var centers = HierarchicalPoints.Normal(ref random, 9, 3);
            var tree = TreeBuilder.Build(centers, null, Linkage.Ward, FitContext.Default) with { LeafOf = leafOf };
            Assert.Equal(SlowCorrelation(points, tree), CopheneticCorrelation.Of(points, tree, FitContext.Default).Value, 1e-9);
        }
    }

    [Fact]
    public void A_sample_comes_near_says_that_it_is_one_and_is_the_same_at_any_number_of_threads()
    {
        var random = new SeededRandom(46);
        var points = HierarchicalPoints.Normal(ref random, 3_000, 3);
        var tree = TreeBuilder.Build(points, null, Linkage.Average, FitContext.Default);
        var all = CopheneticCorrelation.Of(points, tree, HierarchicalPoints.Threads(1));
        var sampled = CopheneticCorrelation.Of(points, tree, HierarchicalPoints.Threads(1), 1_000);
        Assert.Equal((1_000, true), (sampled.PointCount, sampled.IsSampled));
        Assert.Equal(all.Value, sampled.Value, 0.05);
        Assert.Equal(sampled, CopheneticCorrelation.Of(points, tree, HierarchicalPoints.Threads(3), 1_000));
        Assert.Equal(all, CopheneticCorrelation.Of(points, tree, HierarchicalPoints.Threads(3)));
    }

    [Fact]
    public void Where_all_points_are_equal_there_is_no_correlation()
    {
        var points = new PointMatrix(1, new float[20]);
        Assert.Equal(double.NaN, CopheneticCorrelation.Of(points, TreeBuilder.Build(points, null, Linkage.Ward, FitContext.Default), FitContext.Default).Value);
    }

    private static double SlowCorrelation(PointMatrix points, MergeTree tree)
    {
        var (distances, heights) = (new List<double>(), new List<double>());
        var groups = Groups(tree);
        for (var point = 0; point < points.Count; point++)
        {
            for (var other = 0; other < point; other++)
            {
                var (leaf, otherLeaf) = tree.LeafOf is null ? (point, other) : (tree.LeafOf[point], tree.LeafOf[other]);
                heights.Add(leaf == otherLeaf ? 0 : groups.First(group => group.Members.Contains(leaf) && group.Members.Contains(otherLeaf)).Height);
                distances.Add(Math.Sqrt(Enumerable.Range(0, points.Dimension).Sum(i => Math.Pow((double)points[point][i] - points[other][i], 2))));
            }
        }

        return MathNet.Numerics.Statistics.Correlation.Pearson(distances, heights);
    }

    private static List<(HashSet<int> Members, double Height)> Groups(MergeTree tree)
    {
        var groups = new List<(HashSet<int> Members, double Height)>();
        HashSet<int> MembersOf(int group) => group < tree.LeafCount ? [group] : groups[group - tree.LeafCount].Members;
        for (var merge = 0; merge < tree.Height.Length; merge++)
        {
            groups.Add(([.. MembersOf(tree.Left[merge]), .. MembersOf(tree.Right[merge])], tree.Height[merge]));
        }

        return groups;
    }

    private static List<int[]> MembersAfter(MergeTree tree, int merges)
    {
        var groups = Enumerable.Range(0, tree.LeafCount).ToDictionary(leaf => leaf, leaf => new[] { leaf });
        for (var merge = 0; merge < merges; merge++)
        {
            groups.Remove(tree.Left[merge], out var left);
            groups.Remove(tree.Right[merge], out var right);
            groups[tree.LeafCount + merge] = [.. left!, .. right!];
        }

        return [.. groups.Values];
    }

    private static void AssertGroups(List<int[]> expected, TreeCut cut)
    {
        Assert.Equal(expected.Count, cut.GroupCount);
        Assert.All(expected, members => Assert.Single(members.Select(leaf => cut.GroupOf[leaf]).Distinct()));
        int[] firsts = [.. Enumerable.Range(0, cut.GroupCount).Select(group => Array.IndexOf(cut.GroupOf, group))];
        Assert.Equal(firsts.Order(), firsts);
    }
}
