using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Every linkage merges what looking at all pairs at each step merges.</summary>
public class HierarchicalLinkageTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<Linkage> Linkages => [.. Enum.GetValues<Linkage>()];

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Many_small_data_sets_give_the_heights_that_all_pairs_give(Linkage linkage)
    {
        var random = new SeededRandom(31);
        for (var round = 0; round < 200; round++)
        {
            var points = HierarchicalPoints.Normal(ref random, 2 + random.Next(22), 1 + random.Next(10));
            var tree = Build(points, linkage, 1 + (round % 2));
            AssertWellFormed(tree, points.Count);
            AssertNear(new SlowLinkage(points, linkage).Heights(), tree.Height);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Larger_ones_too(Linkage linkage)
    {
        var random = new SeededRandom(32);
        var points = HierarchicalPoints.Normal(ref random, 130, 3, 6);
        var tree = Build(points, linkage, 2);
        AssertWellFormed(tree, points.Count);
        AssertNear(new SlowLinkage(points, linkage).Heights(), tree.Height);
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Among_ties_and_equal_points_each_merge_is_of_a_nearest_pair(Linkage linkage)
    {
        var random = new SeededRandom(33);
        for (var round = 0; round < 100; round++)
        {
            var points = HierarchicalPoints.Grid(ref random, 2 + random.Next(24), 1 + random.Next(3), 1 + random.Next(5));
            var tree = Build(points, linkage, 1 + (round % 2));
            AssertWellFormed(tree, points.Count);
            AssertGreedy(points, linkage, tree);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void Equal_points_merge_at_height_0_exactly(Linkage linkage)
    {
        var tree = Build(new PointMatrix(3, [.. Enumerable.Repeat(0.1f, 300)]), linkage, 2);
        AssertWellFormed(tree, 100);
        Assert.All(tree.Height, height => Assert.Equal(0, height));
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Single)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Centroid)]
    public void A_point_of_a_size_counts_for_as_many_equal_points(Linkage linkage)
    {
        var random = new SeededRandom(34);
        for (var round = 0; round < 50; round++)
        {
            var points = HierarchicalPoints.Normal(ref random, 2 + random.Next(20), 3);
            int[] sizes = [.. Enumerable.Range(0, points.Count).Select(_ => 1 + random.Next(4))];
            int[] copies = [.. sizes.SelectMany((size, point) => Enumerable.Repeat(point, size))];
            var weighted = TreeBuilder.Build(points, sizes, linkage, FitContext.Default);
            var copied = Build(HierarchicalPoints.Reordered(points, copies), linkage, 1);
            AssertNear(copied.Height[(copies.Length - points.Count)..], weighted.Height);
            Assert.Equal(copied.Size[(copies.Length - points.Count)..], weighted.Size);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void The_number_of_threads_does_not_change_a_bit(Linkage linkage)
    {
        // Large enough for several pieces.
        var random = new SeededRandom(35);
        var points = HierarchicalPoints.Normal(ref random, 1_500, 400, 5);
        var one = Build(points, linkage, 1);
        foreach (var threads in new[] { 2, 5 })
        {
            var more = Build(points, linkage, threads);
            Assert.Equal(one.Left, more.Left);
            Assert.Equal(one.Right, more.Right);
            Assert.Equal(one.Height, more.Height);
        }
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void The_order_of_rows_and_a_shift_do_not_matter_and_the_scale_is_that_of_the_heights(Linkage linkage)
    {
        var random = new SeededRandom(36);
        var points = HierarchicalPoints.Normal(ref random, 400, 5, 4);
        var tree = Build(points, linkage, 2);
        var order = HierarchicalPoints.Order(ref random, points.Count);
        var reordered = Build(HierarchicalPoints.Reordered(points, order), linkage, 2);
        AssertNear(tree.Height, reordered.Height);
        var (cut, recut) = (TreeCut.ByCount(tree, 7).GroupOf, TreeCut.ByCount(reordered, 7).GroupOf);
        Assert.Equal(7, Enumerable.Range(0, order.Length).Select(row => (recut[row], cut[order[row]])).Distinct().Count());

        // By powers of two, so that single precision loses nothing.
        var scaled = Build(new PointMatrix(5, [.. points.Values.Select(value => value * 8)]), linkage, 2);
        Assert.Equal(tree.Left, scaled.Left);
        AssertNear(tree.Height.Select(height => height * 8), scaled.Height);
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Single)]
    [InlineData(Linkage.Centroid)]
    [InlineData(Linkage.Median)]
    public void Linkages_of_centers_need_memory_of_the_points_alone(Linkage linkage)
    {
        var random = new SeededRandom(37);
        var points = HierarchicalPoints.Normal(ref random, 4_000, 4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Build(points, linkage, 1);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < TileMatrix.BytesOf(points.Count) / 20, $"allocates {allocated:N0} bytes");
    }

    private static MergeTree Build(PointMatrix points, Linkage linkage, int threads) =>
        TreeBuilder.Build(points, null, linkage, HierarchicalPoints.Threads(threads));

    private static void AssertNear(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, (pair.First * (1 - Tolerance)) - 1e-12, (pair.First * (1 + Tolerance)) + 1e-12));

    private static void AssertWellFormed(MergeTree tree, int leafCount)
    {
        Assert.Equal(leafCount, tree.LeafCount);
        Assert.Equal(leafCount - 1, tree.Height.Length);
        Assert.Equal(Enumerable.Range(0, (2 * leafCount) - 2), tree.Left.Concat(tree.Right).Order());
        for (var merge = 0; merge < tree.Height.Length; merge++)
        {
            Assert.True(tree.Left[merge] < tree.Right[merge] && tree.Right[merge] < leafCount + merge);
            Assert.Equal(SizeOf(tree.Left[merge]) + SizeOf(tree.Right[merge]), tree.Size[merge]);
        }

        int SizeOf(int group) => group < leafCount ? 1 : tree.Size[group - leafCount];
    }

    private static void AssertGreedy(PointMatrix points, Linkage linkage, MergeTree tree)
    {
        var slow = new SlowLinkage(points, linkage);
        var groups = slow.Singles().ToDictionary(group => group.Number);
        for (var merge = 0; merge < tree.Height.Length; merge++)
        {
            var (left, right) = (groups[tree.Left[merge]], groups[tree.Right[merge]]);
            var least = SlowLinkage.Pairs([.. groups.Values]).Min(pair => slow.Distance(pair.Left, pair.Right));
            AssertNear([least, least], [slow.Distance(left, right), tree.Height[merge]]);
            groups.Remove(left.Number);
            groups.Remove(right.Number);
            groups[points.Count + merge] = SlowLinkage.Merge(left, right, points.Count + merge);
        }
    }
}
