using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Groups as a recorded run: what is published, stored, placed later and put back.</summary>
public class ClusterRunTests
{
    [Fact]
    public void Groups_are_published_with_what_they_are_like_and_who_belongs_to_them()
    {
        using var shop = Customers.Three();
        var run = shop.Train(Customers.Request(new FeatureRequest { CategoricalColumns = ["City"] }));
        Assert.Equal(["rec_Shop_Cluster", "rec_Shop_ClusterFeature", "rec_Shop_ClusterMember"], run.Published.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Cluster WHERE Size = 10"));
        Assert.Equal(12L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_ClusterFeature"));
        Assert.Equal(3L, shop.Scalar("SELECT COUNT(*) FROM (SELECT DISTINCT m.ClusterId, c.CustomerId % 3 FROM rec_Shop_ClusterMember m JOIN Customer c ON c.CustomerId = m.CustomerId)"));

        // A profile is that of the rows themselves.
        Assert.Equal(0L, shop.Scalar("""
            SELECT COUNT(*) FROM rec_Shop_ClusterFeature f
            WHERE Feature = 'Income' AND abs(Mean - (SELECT avg(Income) FROM Customer c JOIN rec_Shop_ClusterMember m ON m.CustomerId = c.CustomerId WHERE m.ClusterId = f.ClusterId)) > 1e-9
            """));
    }

    [Fact]
    public void A_customer_can_be_placed_by_a_query_alone()
    {
        using var shop = Customers.Three();
        shop.Train(Customers.Request());

        // The nearest centre in the space of the scaled features, for customers who were grouped: each must come out where he is.
        Assert.Equal(30L, shop.Scalar("""
            SELECT COUNT(*) FROM (
                SELECT CustomerId, ClusterId, ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY Distance) AS Place FROM (
                    SELECT v.CustomerId, f.ClusterId,
                        sum(((CASE f.IsLogarithm WHEN 1 THEN ln(1 + v.Value) ELSE v.Value END - f.Offset) / f.Scale - f.Center)
                          * ((CASE f.IsLogarithm WHEN 1 THEN ln(1 + v.Value) ELSE v.Value END - f.Offset) / f.Scale - f.Center)) AS Distance
                    FROM rec_Shop_ClusterFeature f
                    JOIN (SELECT CustomerId, 'Age' AS Feature, Age AS Value FROM Customer UNION ALL SELECT CustomerId, 'Income', Income FROM Customer) v ON v.Feature = f.Feature
                    GROUP BY v.CustomerId, f.ClusterId)) placed
            JOIN rec_Shop_ClusterMember m ON m.CustomerId = placed.CustomerId AND m.ClusterId = placed.ClusterId
            WHERE placed.Place = 1
            """));
    }

    [Fact]
    public void New_customers_are_placed_in_the_groups_of_the_stored_model_without_fitting()
    {
        using var shop = Customers.Three();
        shop.Train(Customers.Request(new FeatureRequest { CategoricalColumns = ["City"] }));
        var before = shop.Scalar("SELECT group_concat(Label || Feature || Center || Scale, ';') FROM rec_Shop_ClusterFeature f JOIN rec_Shop_Cluster c ON c.ClusterId = f.ClusterId");
        var like = shop.Scalar("SELECT ClusterId FROM rec_Shop_ClusterMember WHERE CustomerId = 3");
        shop.Execute("INSERT INTO Customer SELECT 1000, Age, Income, City FROM Customer WHERE CustomerId = 3");
        shop.Execute("INSERT INTO Customer VALUES (1001, 21, 4100, 'Timbuktu')");
        var published = ModelRepublication.Execute(new PublishRequest { ModelName = "Shop" }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal(32L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_ClusterMember"));
        Assert.Equal(like, shop.Scalar("SELECT ClusterId FROM rec_Shop_ClusterMember WHERE CustomerId = 1000"));
        Assert.Equal(32, published.Clusters.Sum(cluster => cluster.Size));
        Assert.Equal(before, shop.Scalar("SELECT group_concat(Label || Feature || Center || Scale, ';') FROM rec_Shop_ClusterFeature f JOIN rec_Shop_Cluster c ON c.ClusterId = f.ClusterId"));
        var other = ModelRepublication.Execute(
            new PublishRequest { ModelName = "Shop", Source = new InteractionSource { Query = "SELECT * FROM Customer WHERE CustomerId % 3 = 0" } }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal([0, 0, 10], other.Clusters.Select(cluster => cluster.Size).Order());
        Assert.Equal(2L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_ClusterFeature WHERE Feature = 'Age' AND Mean IS NULL"));
    }

    [Fact]
    public void A_tree_is_published_with_its_merges_and_the_leaf_of_each_customer()
    {
        using var shop = Customers.Three();
        var run = shop.Train(Customers.Request() with { Algorithm = "Hierarchical" });
        Assert.Contains("rec_Shop_Merge", run.Published.Select(table => table.Name));
        Assert.Equal(29L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Merge"));
        Assert.Equal(30L, shop.Scalar("SELECT COUNT(DISTINCT LeafId) FROM rec_Shop_ClusterMember"));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Merge a JOIN rec_Shop_Merge b ON b.Step = a.Step + 1 WHERE b.Height < a.Height"));
        Assert.Contains(run.Metrics, metric => metric.Name == "CopheneticCorrelation" && metric.Value is > 0.5 and <= 1);

        Assert.Equal(30L, shop.Scalar("SELECT Size FROM rec_Shop_Merge WHERE Step = 29"));
        var again = ModelRepublication.Execute(new PublishRequest { ModelName = "Shop" }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal(run.Clusters.Select(cluster => cluster.Size), again.Clusters.Select(cluster => cluster.Size));
        Assert.Equal(29L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Merge"));
    }

    [Fact]
    public void More_customers_than_a_tree_takes_are_grouped_in_two_stages_and_told_so()
    {
        using var shop = Customers.Three();
        var listener = new Listener();
        var run = shop.Train(
            Customers.Request() with
            {
                Algorithm = "Hierarchical",
                Options = new Dictionary<string, object?> { ["ClusterCount"] = 3, ["MaxPoints"] = 20, ["FirstStageGroups"] = 9 },
            },
            listener);
        Assert.Equal([10, 10, 10], run.Clusters.Select(cluster => cluster.Size));
        Assert.Equal(8L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Merge"));
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("30 points are more than the 20 of MaxPoints: the tree is of 9 groups", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tree_that_needs_more_memory_than_allowed_is_refused_with_the_estimate()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE Customer (CustomerId int, Age int)");
        shop.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO Customer SELECT i, (i * 7919) % 1009 FROM n");
        var request = Customers.Request() with
        {
            Algorithm = "Hierarchical",
            Options = new Dictionary<string, object?> { ["ClusterCount"] = 3, ["Linkage"] = "Complete" },
            MemoryLimit = 200L << 20,
        };
        var error = shop.Fails(request);
        Assert.Equal("MemoryLimitExceeded", error.ErrorId);
        Assert.Contains("1,5", error.Message, StringComparison.Ordinal);
        Assert.Contains("Ward or Single", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void The_publication_before_comes_back()
    {
        using var shop = Customers.Three();
        shop.Train(Customers.Request());
        shop.Train(Customers.Request(clusterCount: 2));
        Assert.Equal(2L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Cluster"));
        using (var database = Database.Open(shop.Connection))
        {
            Publication.Undo(database, "Shop");
        }

        Assert.Equal(3L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Cluster"));
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_the_number_of_threads_changes_the_result()
    {
        using var shop = Customers.Three();
        shop.Execute("CREATE TABLE Shuffled AS SELECT * FROM Customer ORDER BY (CustomerId * 7919) % 31");
        var request = Customers.Request(new FeatureRequest { CategoricalColumns = ["City"] });
        var one = shop.Train(request with { Threads = 1 });
        var shuffled = shop.Train(request with { Threads = 2, Source = new InteractionSource { Table = "Shuffled" } });
        Assert.Equal((one.InputHash, one.ResultHash), (shuffled.InputHash, shuffled.ResultHash));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        using var shop = Customers.Three();
        shop.Train(Customers.Request());
        byte[] content;
        using (var database = Database.Open(shop.Connection))
        {
            content = new ModelStore(database).Load("Shop").Content;
        }

        Assert.Equal(content, StoredModels.Load(content).Save());
        for (var length = 0; length < content.Length; length += 7)
        {
            Assert.Equal("ModelUnreadable", Assert.Throws<RecException>(() => StoredModels.Load(content[..length])).ErrorId);
        }
    }

    [Fact]
    public void A_model_of_groups_recommends_nothing_and_a_recommender_takes_no_customers()
    {
        using var shop = Customers.Three();
        shop.Train(Customers.Request());
        var asked = Assert.Throws<RecException>(() => ModelServer.Open(shop.Connection, "Shop", null, default));
        Assert.Equal("NotARecommender", asked.ErrorId);
        using var ratings = Shop.WithRatings();
        ratings.Train();
        var given = Assert.Throws<RecException>(() => ModelRepublication.Execute(
            new PublishRequest { ModelName = "Shop", Source = new InteractionSource { Table = "Rating" } }, ratings.Connection, SilentObserver.Instance, default));
        Assert.Equal("SourceUnused", given.ErrorId);
    }

    [Fact]
    public void A_recommender_published_again_gives_the_same_rows_or_longer_lists()
    {
        using var shop = Shop.WithRatings();
        shop.Train();
        var before = shop.Published();
        ModelRepublication.Execute(new PublishRequest { ModelName = "Shop", Top = 5 }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal(before, shop.Published());
        ModelRepublication.Execute(new PublishRequest { ModelName = "Shop", Top = 7 }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal(7L, shop.Scalar("SELECT max(Rank) FROM rec_Shop_Recommendation"));
    }
}
