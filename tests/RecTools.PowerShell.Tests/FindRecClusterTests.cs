namespace RecTools.Tests;

/// <summary>Groups of customers as an analyst finds them, in the real engine.</summary>
public class FindRecClusterTests
{
    private const string Customers =
        "$customers = foreach ($id in 1..12) { [pscustomobject]@{ CustomerId = $id; Age = 20 + 30 * ($id % 2) + $id / 10; City = @('Oslo', 'Rome')[$id % 2] } }; ";

    [Fact]
    public void Objects_come_by_the_pipeline_and_groups_go_out_as_objects()
    {
        using var session = new Session();
        var clusters = session.Run(Customers + "$customers | Find-RecCluster -ClusterCount 2").Select(item => (Cluster)item.BaseObject).ToList();
        Assert.Equal([(1, 6, "high Age"), (2, 6, "low Age")], clusters.Select(cluster => (cluster.ClusterId, cluster.Size, cluster.Label)));
        Assert.Equal("Age", Assert.Single(clusters[0].Features).Feature);
    }

    [Fact]
    public void Members_features_the_curve_and_the_quality_come_instead_where_asked_for()
    {
        using var session = new Session();
        var members = session.Run(Customers + "$customers | Find-RecCluster -ClusterCount 2 -As Member").Select(item => (ClusterMember)item.BaseObject).ToList();
        Assert.Equal(Enumerable.Range(1, 12).Select(id => (object)(long)id), members.Select(member => member.CustomerId));
        Assert.Equal([1, 2, 1], members.Take(3).Select(member => member.ClusterId));
        var features = session.Run(Customers + "$customers | Find-RecCluster -CategoricalFeature City -ClusterCount 2 -As Feature").Select(item => (ClusterFeature)item.BaseObject);
        Assert.Equal(["Age", "City=Oslo", "City=Rome"], features.Take(3).Select(feature => feature.Feature));
        var curve = session.Run(Customers + "$customers | Find-RecCluster -ClusterCount Auto -As Curve").Select(item => (ClusterCurvePoint)item.BaseObject).ToList();
        Assert.Equal(2, curve.MaxBy(point => point.Silhouette)!.ClusterCount);
        Assert.Contains(session.Run(Customers + "$customers | Find-RecCluster -ClusterCount 2 -As Metric"), item => ((MetricValue)item.BaseObject).Name == "DaviesBouldin");
    }

    [Fact]
    public void Trees_give_their_merges()
    {
        using var session = new Session();
        var merges = session.Run(Customers + "$customers | Find-RecCluster -Algorithm Hierarchical -ClusterCount 2 -Option @{ Linkage = 'Single' } -As Merge").Select(item => (ClusterMerge)item.BaseObject).ToList();
        Assert.Equal(11, merges.Count);
        Assert.Equal((11, 12), (merges[^1].Step, merges[^1].Size));
        Assert.True(merges[^1].Height > 5 * merges[^2].Height);
    }

    [Fact]
    public void Tables_and_lines_of_orders_are_read_published_and_placed_again()
    {
        using var session = Session.WithModel();
        var run = (TrainingResult)Assert.Single(session.Run("Invoke-RecTraining KMeans Segments -Table OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Frequency, Monetary -Option @{ CLUSTER_COUNT = 3 }")).BaseObject;
        Assert.Equal(3, run.Clusters.Length);
        var again = (PublishResult)Assert.Single(session.Run("Get-RecModel Segments | Publish-RecModel")).BaseObject;
        Assert.Equal(run.Clusters.Select(cluster => (cluster.Size, cluster.Label)), again.Clusters.Select(cluster => (cluster.Size, cluster.Label)));
        Assert.NotEmpty(session.Run("Find-RecCluster Customer BirthYear -ClusterCount 3"));
    }

    [Theory]
    [InlineData("-ClusterCount 0", "OptionRange")]
    [InlineData("-ClusterCount many", "OptionType")]
    [InlineData("-ClusterCount 20", "TooFewPoints")]
    [InlineData("-Feature City", "FeatureNotNumeric")]
    [InlineData("-Feature Ag", "ColumnNotFound")]
    [InlineData("-CustomerColumn Nobody", "ColumnNotFound")]
    [InlineData("-Algorithm Als", "NotAClusterAlgorithm")]
    [InlineData("-Algorithm KMean", "AlgorithmUnknown")]
    [InlineData("-ClusterCount 2 -As Merge", "NoMerges")]
    [InlineData("-ClusterCount 2 -As Curve", "NoCurve")]
    [InlineData("-MaxCategories 0", "MaxCategoriesOutOfRange")]
    [InlineData("-Feature Age -OrderFeature Recency", "FeaturesUnclear")]
    public void Mistakes_have_stable_ids(string arguments, string errorId)
    {
        using var session = new Session();
        var error = session.Fail(Customers + $"$customers | Find-RecCluster {arguments}");
        Assert.Equal($"{errorId},RecTools.PowerShell.FindRecCluster", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Nothing_is_published_where_only_asked_what_if()
    {
        using var session = Session.WithModel();
        session.Run("Invoke-RecTraining KMeans Segments -Table Customer -Feature BirthYear -Option @{ ClusterCount = 2 } -WhatIf; Publish-RecModel Shop -WhatIf");
        Assert.StartsWith("ModelNotFound", session.Fail("Get-RecModel Segments").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
