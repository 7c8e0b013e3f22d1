using RecTools.Algorithms;

namespace RecTools.Tests;

public class QualityTests
{
    private static readonly Workers Crew = new();

    [Theory]
    [InlineData(1, 2, 40)]
    [InlineData(2, 5, 333)]
    [InlineData(9, 7, 700)]
    public void Silhouettes_are_what_the_definition_says(int dimension, int clusters, int count)
    {
        var points = RandomPoints.Clouds(count, dimension, clusters, count, offset: 500);
        var clusterOf = RandomClusters(count, clusters);
        var slow = Enumerable.Range(0, count).Select(point => SlowSilhouette(points, clusterOf, point)).ToArray();
        var fast = Silhouette.Of(points, clusterOf, clusters, 1, Crew);
        Assert.True(fast.IsExact);
        Assert.Equal(count, fast.PointCount);
        Assert.Equal(slow.Average(), fast.Mean, 1e-5);
        Assert.All(Enumerable.Range(0, clusters), cluster =>
            Assert.Equal(slow.Where((_, point) => clusterOf[point] == cluster).Average(), fast.OfCluster[cluster], 1e-5));
    }

    [Fact]
    public void A_point_alone_in_its_cluster_has_no_silhouette_nor_have_equal_points()
    {
        var alone = Silhouette.Of(new PointMatrix(1, [0, 0, 5]), [0, 0, 1], 2, 1, Crew);
        Assert.Equal([1, 0], alone.OfCluster);
        Assert.Equal(0, Silhouette.Of(new PointMatrix(1, new float[6]), [0, 1, 0, 1, 0, 1], 2, 1, Crew).Mean);
        Assert.Equal(0, Silhouette.Of(RandomPoints.Clouds(10, 2, 1, 1), new int[10], 1, 1, Crew).Mean);
    }

    [Fact]
    public void A_sample_says_that_it_is_one_and_comes_near_the_whole()
    {
        var points = RandomPoints.Clouds(6000, 3, 4, 5);
        var clusterOf = new KMeans().Fit(points, new KMeansOptions { ClusterCount = 4 }, FitContext.Default).ClusterOf;
        var whole = Silhouette.Of(points, clusterOf, 4, 1, Crew);
        var sample = Silhouette.Of(points, clusterOf, 4, 1, new Workers(1), mostPoints: 1500);
        Assert.False(sample.IsExact);
        Assert.Equal(1500, sample.PointCount);
        Assert.Equal(whole.Mean, sample.Mean, 0.02);
        Assert.Equal(sample.Mean, Silhouette.Of(points, clusterOf, 4, 1, new Workers(3), mostPoints: 1500).Mean);
    }

    [Fact]
    public void Indexes_of_the_mall_customers_are_the_known_ones()
    {
        // scikit-learn on the same rows and groups.
        var points = RealPoints.MallCustomers();
        var clustering = new KMeans().Fit(points, new KMeansOptions { ClusterCount = 5 }, FitContext.Default);
        Assert.Equal(0.553932, Silhouette.Of(points, clustering.ClusterOf, 5, 1, Crew).Mean, 1e-6);
        Assert.Equal(247.358994, CalinskiHarabasz.Of(points, clustering), 1e-3);
        Assert.Equal(0.572563, DaviesBouldin.Of(points, clustering), 1e-6);
    }

    [Fact]
    public void Indexes_of_one_cluster_are_not_numbers()
    {
        var points = RandomPoints.Clouds(20, 2, 2, 1);
        var one = Clustering.Of(points, new int[20], 1, Crew);
        Assert.True(double.IsNaN(CalinskiHarabasz.Of(points, one)));
        Assert.True(double.IsNaN(DaviesBouldin.Of(points, one)));
    }

    [Fact]
    public void The_adjusted_rand_index_counts_pairs_and_takes_off_chance()
    {
        // Hubert and Arabie 1985: pairs together in both, in one, and in the other.
        Assert.Equal(0.24242424, AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 1e-8);
        Assert.Equal(1, AdjustedRandIndex.Of([0, 0, 1, 2], [5, 5, 0, 3]));
        Assert.Equal(1, AdjustedRandIndex.Of([0, 0, 0], [1, 1, 1]));
        Assert.Equal(-0.5, AdjustedRandIndex.Of([0, 0, 1, 1], [0, 1, 0, 1]), 1e-12);
        Assert.Equal(0, AdjustedRandIndex.Of(RandomClusters(20_000, 5), [.. RandomClusters(20_001, 7).Skip(1)]), 0.01);
        Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Of([0], [0, 1]));
    }

    [Fact]
    public void Parted_clouds_are_stable_and_one_cloud_is_not()
    {
        Assert.True(Stability(RandomPoints.Clouds(600, 3, 4, 21, distance: 30)) > 0.99);
        Assert.InRange(Stability(RandomPoints.Clouds(600, 3, 1, 22)), 0, 0.8);

        static double Stability(PointMatrix points)
        {
            var indexes = ClusterStability.Of(points, Cluster(points, 1), Cluster, 7, Crew, resamples: 8);
            Assert.Equal(indexes, ClusterStability.Of(points, Cluster(points, 1), Cluster, 7, Crew, resamples: 8));
            return indexes.Average();
        }

        static int[] Cluster(PointMatrix points, long seed) =>
            new KMeans().Fit(points, new KMeansOptions { ClusterCount = 4 }, FitContext.Default with { Seed = seed }).ClusterOf;
    }

    [Fact]
    public void Principal_components_are_the_directions_of_most_spread()
    {
        var random = new SeededRandom(3);
        var values = new float[3 * 9000];
        for (var point = 0; point < 9000; point++)
        {
            // Spread 5 along (3, -4, 0) / 5 and 1 along the third axis, far from the origin.
            var along = 5 * random.NextGaussian();
            values[3 * point] = (float)(100 + (0.6 * along));
            values[(3 * point) + 1] = (float)(-70 - (0.8 * along));
            values[(3 * point) + 2] = (float)random.NextGaussian();
        }

        var points = new PointMatrix(3, values);
        var components = PrincipalComponents.Of(points, Crew);
        Assert.Equal(-0.6, components.Directions[0][0], 0.01);
        Assert.Equal(0.8, components.Directions[0][1], 0.01);
        Assert.Equal(1, components.Directions[1][2], 0.01);
        Assert.Equal(25 / 26d, components.Shares[0], 0.01);
        var projected = components.Project(points);
        Assert.Equal(2, projected.Dimension);
        Assert.Equal(0, Enumerable.Range(0, 9000).Average(point => (double)projected[point][0]), 1e-3);
        Assert.Equal(25, Enumerable.Range(0, 9000).Average(point => Math.Pow(projected[point][0], 2)), 1.0);
        Assert.Single(PrincipalComponents.Of(new PointMatrix(1, [1, 2, 3]), Crew).Directions);
        Assert.Equal([0, 0], PrincipalComponents.Of(new PointMatrix(2, new float[8]), Crew).Shares);
    }

    private static int[] RandomClusters(int count, int clusters)
    {
        var random = new SeededRandom(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(clusters))];
    }

    private static double SlowSilhouette(PointMatrix points, int[] clusterOf, int point)
    {
        var means = Enumerable.Range(0, points.Count).Where(other => other != point).ToLookup(other => clusterOf[other], other => Distance(points, point, other));
        if (!means.Contains(clusterOf[point]))
        {
            return 0;
        }

        var within = means[clusterOf[point]].Average();
        var other = means.Where(group => group.Key != clusterOf[point]).Min(group => group.Average());
        return (other - within) / Math.Max(within, other);
    }

    private static double Distance(PointMatrix points, int left, int right) =>
        Math.Sqrt(SlowKMeans.Distance(points, left, [.. points[right]], 0));
}
