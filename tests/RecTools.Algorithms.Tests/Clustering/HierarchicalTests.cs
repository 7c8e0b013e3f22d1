using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The algorithm as users ask for it: clusters from cuts, two stages, and what it refuses.</summary>
public class HierarchicalTests
{
    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Weighted)]
    public void Groups_that_lie_apart_are_found_and_counted(Linkage linkage)
    {
        var (points, planted) = Planted(4, 50);
        var found = new Hierarchical().Fit(points, new HierarchicalOptions { Linkage = linkage }, FitContext.Default);
        Assert.Equal(4, found.ClusterCount);
        Assert.Equal(found.Curve.MaxBy(trial => trial.Silhouette).ClusterCount, found.ClusterCount);
        Assert.Equal(4, found.ClusterOf.Zip(planted).Distinct().Count());
        Assert.Equal(points.Count - 1, found.Tree!.Height.Length);
    }

    [Fact]
    public void The_number_or_the_height_that_is_given_counts()
    {
        var (points, _) = Planted(4, 50);
        var seven = new Hierarchical().Fit(points, new HierarchicalOptions { ClusterCount = 7 }, FitContext.Default);
        Assert.Equal(7, seven.ClusterCount);
        var height = seven.Tree!.Height[^7];
        Assert.Equal(7, new Hierarchical().Fit(points, new HierarchicalOptions { CutHeight = height }, FitContext.Default).ClusterCount);
        Assert.Equal(1, new Hierarchical().Fit(points, new HierarchicalOptions { ClusterCount = 1 }, FitContext.Default).ClusterCount);
        Assert.Equal(200, new Hierarchical().Fit(points, new HierarchicalOptions { ClusterCount = 200 }, FitContext.Default).ClusterCount);
    }

    [Fact]
    public void Inertia_is_what_the_merges_of_Ward_have_added()
    {
        var (points, _) = Planted(3, 40);
        var found = new Hierarchical().Fit(points, new HierarchicalOptions { ClusterCount = 5 }, FitContext.Default);
        Assert.Equal(found.Tree!.Height[..^4].Sum(height => height * height / 2), found.Inertia, found.Inertia * 1e-6);
    }

    [Fact]
    public void Points_that_are_all_equal_are_one_cluster()
    {
        var found = new Hierarchical().Fit(new PointMatrix(2, new float[20]), new HierarchicalOptions(), FitContext.Default);
        Assert.Equal(1, found.ClusterCount);
        Assert.Equal(0, found.Inertia);
    }

    [Fact]
    public void Two_points_are_two_clusters()
    {
        var found = new Hierarchical().Fit(new PointMatrix(1, [1, 2]), new HierarchicalOptions(), FitContext.Default);
        Assert.Equal([0, 1], found.ClusterOf);
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Centroid)]
    public void Beyond_a_size_the_tree_is_of_groups_that_count_for_their_points(Linkage linkage)
    {
        var (points, planted) = Planted(4, 100);
        var options = new HierarchicalOptions { Linkage = linkage, ClusterCount = 4, MaxPoints = 300, FirstStageGroups = 20 };
        var found = new Hierarchical().Fit(points, options, FitContext.Default);
        Assert.Equal(20, found.Tree!.LeafCount);
        Assert.Equal(points.Count, found.Tree.LeafOf!.Length);
        Assert.Equal(points.Count, found.Tree.Size[^1]);
        Assert.Equal(4, found.ClusterOf.Zip(planted).Distinct().Count());
    }

    [Fact]
    public void There_are_as_many_groups_as_clusters_at_least()
    {
        var (points, _) = Planted(4, 100);
        var options = new HierarchicalOptions { ClusterCount = 30, MaxPoints = 300, FirstStageGroups = 20 };
        Assert.Equal(30, new Hierarchical().Fit(points, options, FitContext.Default).ClusterCount);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(0, null)]
    [InlineData(5, 6)]
    public void Too_few_points_are_refused(int count, int? clusters)
    {
        var points = new PointMatrix(2, new float[2 * count]);
        Refuses("TooFewPoints", RecErrorKind.Data, points, new HierarchicalOptions { ClusterCount = clusters });
    }

    [Fact]
    public void Two_cuts_at_once_are_refused() =>
        Refuses("CutTwice", RecErrorKind.Configuration, Planted(2, 10).Points, new HierarchicalOptions { ClusterCount = 2, CutHeight = 1 });

    [Fact]
    public void A_matrix_beyond_the_memory_limit_is_refused_before_it_is_made_and_Ward_is_not()
    {
        var points = new PointMatrix(1, new float[50_000]);
        var options = new HierarchicalOptions { Linkage = Linkage.Complete };
        var refused = Assert.Throws<RecException>(() => new Hierarchical().Fit(points, options, FitContext.Default));
        Assert.Equal("MemoryLimitExceeded", refused.ErrorId);
        Assert.Contains("9.3 GB", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Ward", refused.Action, StringComparison.Ordinal);
        var algorithm = new Hierarchical();
        Assert.InRange(algorithm.Estimate(50_000, 8, options).Bytes, 9e9, 12e9);
        Assert.InRange(algorithm.Estimate(50_000, 8, new HierarchicalOptions()).Bytes, 3e6, 1e8);
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Single)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Median)]
    public void A_cancelled_fit_stops(Linkage linkage)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var context = FitContext.Default with { Workers = new Workers(2, cancelled.Token) };
        Assert.ThrowsAny<OperationCanceledException>(() => new Hierarchical().Fit(Planted(4, 50).Points, new HierarchicalOptions { Linkage = linkage }, context));
    }

    // scipy 1.10: linkage, fcluster and cophenet.
    [Theory]
    [InlineData(Linkage.Ward, new[] { 85, 39, 32, 23, 21 }, 405.6600410421901, 0.7179298392392908)]
    [InlineData(Linkage.Single, new[] { 193, 3, 2, 1, 1 }, 14.866068747318506, 0.7230703278062255)]
    [InlineData(Linkage.Complete, new[] { 85, 39, 32, 23, 21 }, 143.42245291445826, 0.6793512047747837)]
    [InlineData(Linkage.Average, new[] { 102, 38, 36, 21, 3 }, 59.98747158677495, 0.7213231987699918)]
    public void Real_customers_give_what_others_find(Linkage linkage, int[] sizes, double top, double correlation)
    {
        float[] values = [.. RealData.Lines("mall-customers/Mall_Customers.csv").Skip(1).SelectMany(line => line.Split(',')[^2..].Select(float.Parse))];
        var points = new PointMatrix(2, values);
        var found = new Hierarchical().Fit(points, new HierarchicalOptions { Linkage = linkage, ClusterCount = 5 }, FitContext.Default);
        Assert.Equal(sizes, found.ClusterOf.CountBy(cluster => cluster).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(top, found.Tree!.Height[^1], 1e-9 * top);
        Assert.Equal(correlation, CopheneticCorrelation.Of(points, found.Tree, FitContext.Default).Value, 1e-9);
    }

    private static (PointMatrix Points, int[] Group) Planted(int groups, int pointsEach)
    {
        var random = new SeededRandom(51);
        var values = new List<float>();
        var planted = new List<int>();
        for (var point = 0; point < groups * pointsEach; point++)
        {
            var group = point % groups;
            planted.Add(group);
            values.AddRange([(20 * (group % 2)) + (float)random.NextGaussian(), (20 * (group / 2)) + (float)random.NextGaussian()]);
        }

        return (new PointMatrix(2, [.. values]), [.. planted]);
    }

    private static void Refuses(string errorId, RecErrorKind kind, PointMatrix points, HierarchicalOptions options)
    {
        var refused = Assert.Throws<RecException>(() => new Hierarchical().Fit(points, options, FitContext.Default));
        Assert.Equal((errorId, kind), (refused.ErrorId, refused.Kind));
        Assert.NotEmpty(refused.Action);
    }
}
