using FsCheck;
using FsCheck.Fluent;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Every way of running Lloyd's iterations is the plain one, point by point and bit by bit.</summary>
public class LloydTests
{
    public static TheoryData<KMeansMethod> Methods => [KMeansMethod.Lloyd, KMeansMethod.Hamerly];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Clouds_are_grouped_as_plainly(KMeansMethod method)
    {
        foreach (var (count, dimension, clusters) in new[] { (1, 1, 1), (33, 1, 3), (500, 2, 5), (700, 8, 9), (400, 17, 20), (1000, 3, 64), (300, 130, 7) })
        {
            AssertPlain(RandomPoints.Clouds(count, dimension, 6, count), clusters, method, count);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Far_from_the_origin_nothing_is_lost(KMeansMethod method) =>
        AssertPlain(RandomPoints.Clouds(900, 4, 8, 5, offset: 40_000), 8, method, 1);

    [Theory]
    [MemberData(nameof(Methods))]
    public void One_far_point_does_not_matter(KMeansMethod method)
    {
        var points = RandomPoints.Clouds(600, 3, 6, 7);
        points.Values[12] = 3e7f;
        AssertPlain(points, 6, method, 2);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Tiny_and_huge_numbers_are_grouped_alike(KMeansMethod method)
    {
        foreach (var scale in new[] { 1e-30f, 1e-20f, 1e18f, 1e30f })
        {
            var points = RandomPoints.Clouds(300, 3, 5, 8);
            AssertPlain(new PointMatrix(3, Array.ConvertAll(points.Values, value => value * scale)), 5, method, 3);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Ties_and_duplicates_go_to_the_first_center(KMeansMethod method)
    {
        var cases = Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new SeededRandom(seed);
            var points = RandomPoints.Grid(20 + random.Next(200), 1 + random.Next(4), 2 + random.Next(5), seed);
            AssertPlain(points, 1 + random.Next(Math.Min(12, DistinctPoints.Count(points, 12))), method, seed);
        });
        cases.QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Empty_clusters_get_the_farthest_points(KMeansMethod method)
    {
        // All starts in one place: all but the first are empty at once.
        var points = RandomPoints.Clouds(200, 2, 5, 11);
        AssertPlain(points, [.. Enumerable.Repeat(0.25, 2 * 6)], method);
    }

    [Fact]
    public void Both_vector_widths_score_alike()
    {
        var points = RandomPoints.Clouds(32, 11, 4, 3);
        var blocks = new PointBlocks(points, CenteredSpace.Of(points, new Workers()), new Workers());
        var centers = new CenterTable(7, 11, blocks.Space);
        centers.Set(Array.ConvertAll(points.Values[..77], value => (double)value));
        var (wide, narrow) = (Score(blocks, centers, 32), Score(blocks, centers, 16));
        Assert.Equal(wide.Scores, narrow.Scores);
        Assert.Equal(wide.Index, narrow.Index);
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        var points = RandomPoints.Clouds(30_000, 5, 20, 4);
        var (one, three) = (Run(1), Run(3));
        Assert.Equal(one.ClusterOf, three.ClusterOf);
        Assert.Equal(one.Centers.ToArray(), three.Centers.ToArray());

        LloydRun Run(int threads)
        {
            var workers = new Workers(threads);
            var blocks = new PointBlocks(points, CenteredSpace.Of(points, workers), workers);
            var run = new LloydRun(blocks, PlusPlusStarts.Draw(blocks, 20, new SeededRandom(1), workers), KMeansMethod.Hamerly, workers);
            run.Continue(50, 0);
            return run;
        }
    }

    private static unsafe (float[] Scores, int[] Index) Score(PointBlocks blocks, CenterTable centers, int width)
    {
        var (scores, index) = (new float[64], new int[32]);
        fixed (float* target = scores)
        fixed (int* nearest = index)
        {
            if (width == 32)
            {
                NearestKernel.Find512(blocks.Block(0), centers, target, target + 32, nearest);
            }
            else
            {
                NearestKernel.Find256(blocks.Block(0), centers, target, target + 32, nearest);
                NearestKernel.Find256(blocks.Block(0) + 16, centers, target + 16, target + 48, nearest + 16);
            }
        }

        return (scores, index);
    }

    private static void AssertPlain(PointMatrix points, int clusters, KMeansMethod method, long seed)
    {
        var random = new SeededRandom(seed, 99);
        AssertPlain(points, [.. Enumerable.Range(0, clusters).SelectMany(_ => points[random.Next(points.Count)].ToArray()).Select(value => (double)value)], method);
    }

    private static void AssertPlain(PointMatrix points, double[] starts, KMeansMethod method)
    {
        var plain = SlowKMeans.Run(points, starts, 60);
        var blocks = new PointBlocks(points, CenteredSpace.Of(points, new Workers()), new Workers());
        var run = new LloydRun(blocks, starts, method, new Workers());
        run.Continue(60, 0);
        Assert.Equal(plain.Iterations, run.Steps.Count);
        Assert.Equal(plain.ClusterOf, run.ClusterOf);
        Assert.Equal(plain.Centers, run.Centers.ToArray());
    }
}
