using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Bad and strange input of groups: a clear message, or a stated handling that is counted, and nothing lost.</summary>
public class ClusterInputTests
{
    [Fact]
    public void Fewer_customers_than_groups_are_refused()
    {
        using var shop = Customers.Three();
        var error = shop.Fails(Customers.Request(clusterCount: 31));
        Assert.Equal("TooFewPoints", error.ErrorId);
        Assert.Contains("30 points cannot make 31 clusters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_that_are_all_equal_are_refused()
    {
        using var shop = Customers.Three();
        shop.Execute("UPDATE Customer SET Age = 40, Income = 2000");
        var error = shop.Fails(Customers.Request());
        Assert.Equal("FeaturesConstant", error.ErrorId);
        Assert.Contains("All 30 customers are equal in Age, Income", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_different_customers_than_groups_are_refused()
    {
        using var shop = Customers.Three();
        shop.Execute("UPDATE Customer SET Age = 40 + CustomerId % 2, Income = 2000");
        var error = shop.Fails(Customers.Request());
        Assert.Equal("TooFewDistinctPoints", error.ErrorId);
        Assert.Contains("only 2 differ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_the_same_for_all_is_left_out_with_a_warning()
    {
        using var shop = Customers.Three();
        shop.Execute("UPDATE Customer SET Age = 40");
        var listener = new Listener();
        var run = shop.Train(Customers.Request(), listener);
        Assert.Contains(listener.Warnings, warning => warning == "The same for all customers, and left out: Age.");
        Assert.Equal(["Income"], run.Clusters[0].Features.Select(feature => feature.Feature));
    }

    [Fact]
    public void One_column_is_enough()
    {
        using var shop = Customers.Three();
        var run = shop.Train(Customers.Request(new FeatureRequest { Columns = ["Age"] }));
        Assert.Equal([10, 10, 10], run.Clusters.Select(cluster => cluster.Size));
    }

    [Fact]
    public void Rows_without_a_value_or_with_an_infinite_one_are_set_aside_and_counted()
    {
        using var shop = Customers.Three();
        Customers.Add(shop, 31, null, 100, "Oslo");
        shop.Execute("INSERT INTO Customer VALUES (32, 30, 9e999, 'Oslo'), (NULL, 30, 100, 'Oslo')");
        var run = shop.Train(Customers.Request());
        Assert.Equal(30, run.UserCount);
        Assert.Equal(
            ["1 Age is NULL", "1 Income is infinite or too large", "1 customer id is NULL"],
            run.Rejected.Select(row => $"{row.Count} {row.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NaN_and_infinite_values_of_a_file_are_set_aside_and_counted()
    {
        using var shop = Customers.Three();
        var path = Path.Combine(Path.GetDirectoryName(shop.FilePath)!, "people.csv");
        File.WriteAllText(path, "CustomerId,Age\n" + string.Concat(Enumerable.Range(1, 40).Select(id => $"{id},{20 + id % 2}\n")) + "41,NaN\n42,Infinity\n43,1e60\n44,\n");
        var run = shop.Train(Customers.Request(new FeatureRequest { Columns = ["Age"] }, clusterCount: 2) with { Source = new InteractionSource { Path = path } });
        Assert.Equal(40, run.UserCount);
        Assert.Equal(
            ["1 Age is NULL", "1 Age is NaN", "2 Age is infinite or too large"],
            run.Rejected.Select(row => $"{row.Count} {row.Reason}").OrderByDescending(text => text[^1] == 'L').ThenBy(text => text, StringComparer.Ordinal));
    }

    [Fact]
    public void A_job_file_names_features_too()
    {
        using var shop = Customers.WithLines(Customers.Lines());
        var path = Path.Combine(Path.GetDirectoryName(shop.FilePath)!, "job.json");
        File.WriteAllText(path, """
            { "Algorithm": "KMeans", "ModelName": "Shop", "Table": "OrderLine", "OrderFeature": ["Recency", "Monetary"], "ReferenceDate": "2026-01-01T00:00:00Z",
              "Scaling": "Robust", "Option": { "ClusterCount": 2 }, "PlotPath": "groups.svg" }
            """);
        var run = shop.Train(JobFile.Read(path).ToRequest());
        Assert.Equal(["Recency", "Monetary"], run.Clusters[0].Features.Select(feature => feature.Feature));
        Assert.False(run.Clusters[0].Features[0].Logarithm);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "groups-scatter.svg")));
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "groups-profile.svg")));
    }

    [Theory]
    [InlineData("groups.gif", "PlotFormatUnknown")]
    [InlineData("no/such/folder/groups.svg", "PlotFolderMissing")]
    public void A_plot_that_cannot_be_written_is_refused_before_anything_is_read(string name, string errorId)
    {
        using var shop = Customers.Three();
        var path = Path.Combine(Path.GetDirectoryName(shop.FilePath)!, name);
        Assert.Equal(errorId, shop.Fails(Customers.Request(new FeatureRequest { PlotPath = path }, table: "NoSuchTable")).ErrorId);
    }

    [Theory]
    [InlineData(MissingValues.Mean, 4)]
    [InlineData(MissingValues.Median, 3)]
    [InlineData(MissingValues.Zero, 0)]
    public void A_missing_value_is_filled_as_the_policy_says(MissingValues policy, double expected)
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE Customer (CustomerId int, Visits int); INSERT INTO Customer VALUES (1, 1), (2, 2), (3, 4), (4, 9), (5, NULL)");
        var found = Customers.Find(
            shop, new InteractionSource { Table = "Customer" }, new FeatureRequest { Missing = policy, Scaling = FeatureScaling.None }, clusterCount: 1);
        Assert.Equal(new[] { 1, 2, 4, 9, expected }.Average(), found.Clusters[0].Features[0].Mean, 1e-12);
    }

    [Fact]
    public void A_column_of_text_given_as_numeric_is_refused_with_the_way_out()
    {
        using var shop = Customers.Three();
        var error = shop.Fails(Customers.Request(new FeatureRequest { Columns = ["Age", "City"] }));
        Assert.Equal("FeatureNotNumeric", error.ErrorId);
        Assert.Contains("Column City of table Customer holds no numbers, but text such as 'Bergen'", error.Message, StringComparison.Ordinal);
        Assert.Contains("-CategoricalFeature 'City'", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_categories_are_refused()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE Customer (CustomerId int, Town text)");
        shop.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) INSERT INTO Customer SELECT i, 'Town ' || i FROM n");
        var error = shop.Fails(Customers.Request(new FeatureRequest { Columns = [], CategoricalColumns = ["Town"] }));
        Assert.Equal("TooManyCategories", error.ErrorId);
        Assert.Contains("Column Town has 10,000 different values, and the 20 most frequent are those of 0.2", error.Message, StringComparison.Ordinal);
        Assert.Contains("-MaxCategories", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_categories_together_are_one_feature_with_a_warning()
    {
        using var shop = Customers.Three();
        shop.Execute("UPDATE Customer SET City = 'Town ' || CustomerId WHERE CustomerId > 20");
        var listener = new Listener();
        var found = Customers.Find(
            shop, new InteractionSource { Table = "Customer" }, new FeatureRequest { Columns = [], CategoricalColumns = ["City"], MaxCategories = 2 }, 3, listener);
        Assert.Equal(["City=Bergen", "City=Oslo", "City=(other)"], found.Clusters[0].Features.Select(feature => feature.Feature));
        Assert.Contains(listener.Warnings, warning => warning.Contains("Column City has 12 different values; the 2 most frequent, those of 66.7", StringComparison.Ordinal));
        Assert.Equal([14, 10, 6], found.Clusters.Select(cluster => cluster.Size));
    }

    [Fact]
    public void A_customer_with_two_rows_is_refused_unless_a_policy_says_what_to_do()
    {
        using var shop = Customers.Three();
        Customers.Add(shop, 7, 100, 100, "Oslo");
        var error = shop.Fails(Customers.Request());
        Assert.Equal("DuplicateCustomers", error.ErrorId);
        Assert.Equal("1 customers have more than one row in table Customer, such as '7' with 2.", error.Message);
        Assert.Contains("-Duplicates Mean, Sum or Max", error.Action, StringComparison.Ordinal);
        Assert.Equal(30, shop.Train(Customers.Request() with { Duplicates = DuplicatePolicy.Mean }).UserCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Fewer_than_one_group_are_refused(int count)
    {
        using var shop = Customers.Three();
        var error = shop.Fails(Customers.Request(clusterCount: count));
        Assert.Equal("OptionRange", error.ErrorId);
        Assert.Contains($"Option ClusterCount of KMeans is {count}; it must be 1 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_group_is_all_customers()
    {
        using var shop = Customers.Three();
        var run = shop.Train(Customers.Request(clusterCount: 1));
        Assert.Equal((1, 30, "about average"), (run.Clusters.Length, run.Clusters[0].Size, run.Clusters[0].Label));
        Assert.DoesNotContain(run.Metrics, metric => metric.Name == "Silhouette");
    }

    [Fact]
    public void Features_of_orders_and_columns_at_once_are_refused()
    {
        using var shop = Customers.Three();
        var error = shop.Fails(Customers.Request(new FeatureRequest { Columns = ["Age"], FromOrders = [OrderFeature.Recency] }));
        Assert.Equal("FeaturesUnclear", error.ErrorId);
    }

    [Fact]
    public void A_recommender_takes_no_features()
    {
        using var shop = Shop.WithRatings();
        var error = shop.Fails(Shop.Request() with { Features = new FeatureRequest { Columns = ["Rating"] } });
        Assert.Equal("FeaturesUnused", error.ErrorId);
    }

    [Fact]
    public void A_destination_or_a_test_source_is_refused_where_groups_are_found()
    {
        using var shop = Customers.Three();
        Assert.Equal("DestinationUnused", shop.Fails(Customers.Request() with { Destination = "MyTable" }).ErrorId);
        var given = new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Table = "Customer" } };
        Assert.Equal("TestSourceUnused", shop.Fails(Customers.Request() with { Split = given }).ErrorId);
    }

    [Fact]
    public void A_missing_column_is_named_with_the_nearest_there_is()
    {
        using var shop = Customers.Three();
        var error = shop.Fails(Customers.Request(new FeatureRequest { Columns = ["Incom"] }));
        Assert.Equal("ColumnNotFound", error.ErrorId);
        Assert.Contains("Did you mean 'Income'?", error.Action, StringComparison.Ordinal);
        Assert.Equal("ColumnNotFound", shop.Fails(Customers.Request(new FeatureRequest { Columns = ["X*"] })).ErrorId);
    }
}
