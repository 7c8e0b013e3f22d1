using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Features of customers computed from lines of orders, against obvious sums over the same lines.</summary>
public class OrderFeatureTests
{
    private static readonly OrderFeature[] All =
        [OrderFeature.Recency, OrderFeature.Frequency, OrderFeature.Monetary, OrderFeature.Tenure, OrderFeature.BasketSize, OrderFeature.CategoryShares];

    private static readonly InteractionSource Lines = new() { Table = "OrderLine" };

    [Fact]
    public void Each_feature_is_what_it_says()
    {
        var lines = Customers.Lines();
        using var shop = Customers.WithLines(lines);
        var means = Means(shop, All);
        var reference = lines.Max(line => line.Time).Date.AddDays(1);
        var customers = lines.GroupBy(line => line.Customer).ToList();
        double Mean(Func<IGrouping<int, (int Customer, int Order, int Item, int Quantity, double Price, string Category, DateTime Time)>, double> of) => customers.Average(of);
        Assert.Equal(Mean(own => Math.Floor((reference - own.Max(line => line.Time)).TotalDays)), means["Recency"], 1e-9);
        Assert.Equal(Mean(own => Math.Floor((reference - own.Min(line => line.Time)).TotalDays)), means["Tenure"], 1e-9);
        Assert.Equal(Mean(own => own.Select(line => line.Order).Distinct().Count()), means["Frequency"], 1e-9);
        Assert.Equal(Mean(own => own.Sum(line => line.Quantity * line.Price)), means["Monetary"], 1e-9);
        Assert.Equal(Mean(own => own.GroupBy(line => line.Order).Average(order => order.Select(line => line.Item).Distinct().Count())), means["BasketSize"], 1e-9);
        Assert.Equal(
            Mean(own => own.Where(line => line.Category == "Garden").Sum(line => line.Quantity * line.Price) / own.Sum(line => line.Quantity * line.Price)),
            means["Category=Garden"], 1e-9);
    }

    [Fact]
    public void Lines_that_are_cancelled_of_nobody_without_price_or_too_late_are_left_out_and_counted()
    {
        var lines = Customers.Lines();
        using var shop = Customers.WithLines(lines);
        var before = Means(shop, All, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        shop.Execute("""
            INSERT INTO OrderLine VALUES (1, 9001, 1, 'x', -5, 3, 'Garden', '2025-02-01'), (1, 9002, 1, 'x', 0, 3, 'Garden', '2025-02-01'),
            (1, 9003, 1, 'x', 1, 0, 'Garden', '2025-02-01'), (1, 9004, 1, 'x', 1, -3, 'Garden', '2025-02-01'), (NULL, 9005, 1, 'x', 1, 3, 'Garden', '2025-02-01'),
            (1, 9006, 1, 'x', 1, 3, 'Garden', '2026-01-01'), (99, 9007, 1, 'x', 1, 3, 'Garden', '2026-03-01')
            """);
        var features = new FeatureRequest { FromOrders = All, ReferenceDate = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        Assert.Equal(before, Means(shop, All, features.ReferenceDate));
        var run = shop.Train(Customers.Request(features, "OrderLine", clusterCount: 2));
        Assert.Equal(
            [
                "1 no customer", "1 quantity is below zero (cancelled)", "1 quantity is zero or below", "2 price is zero or below",
                "2 time is on or after the reference date",
            ],
            run.LeftOut.Select(row => $"{row.Count} {row.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal(60, run.UserCount);
    }

    [Fact]
    public void Amounts_that_are_NULL_or_text_are_set_aside()
    {
        using var shop = Customers.WithLines(Customers.Lines());
        shop.Execute("INSERT INTO OrderLine VALUES (1, 9001, 1, 'x', NULL, 3, 'a', '2025-02-01'), (1, 9001, 1, 'x', 1, 'three', 'a', '2025-02-01'), (1, 9001, 1, 'x', 1, 3, 'a', 'soon')");
        var run = shop.Train(Customers.Request(new FeatureRequest { FromOrders = All }, "OrderLine", 2));
        Assert.Equal(["price is not a number", "quantity is NULL", "time is not a date"], run.Rejected.Select(row => row.Reason).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Neither_the_order_of_lines_nor_the_number_of_threads_changes_the_result()
    {
        using var shop = Customers.WithLines(Customers.Lines(200));
        shop.Execute("CREATE TABLE Shuffled AS SELECT * FROM OrderLine ORDER BY (OrderId * 7919 + ProductId * 104729) % 1009");
        var request = Customers.Request(new FeatureRequest { FromOrders = All }, "OrderLine", 4);
        var one = shop.Train(request with { Threads = 1 });
        var shuffled = shop.Train(request with { Threads = 2, Source = new InteractionSource { Table = "Shuffled" } });
        Assert.Equal((one.InputHash, one.ResultHash), (shuffled.InputHash, shuffled.ResultHash));
    }

    [Fact]
    public void Without_a_column_of_orders_a_day_is_one()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE Visit (CustomerId int, VisitedAt text)");
        shop.Execute("INSERT INTO Visit VALUES (1, '2025-03-01 08:00'), (1, '2025-03-01 18:00'), (1, '2025-03-02'), (2, '2025-03-05'), (3, '2025-03-06 09:00')");
        var found = Customers.Find(
            shop, new InteractionSource { Table = "Visit", TimeColumn = "VisitedAt" },
            new FeatureRequest { FromOrders = [OrderFeature.Frequency, OrderFeature.Recency], Scaling = FeatureScaling.None }, 3);
        Assert.Equal([1, 1, 2], found.Clusters.Select(cluster => cluster.Features[0].Mean).Order());
        Assert.Equal([0, 2, 5], found.Clusters.Select(cluster => cluster.Features[1].Mean).Order());
    }

    [Theory]
    [InlineData("20250301", "20250306")]
    [InlineData("1740787200", "1741219200")]
    [InlineData("1740787200000", "1741219200000")]
    [InlineData("'2025-03-01'", "'2025-03-06'")]
    public void Times_may_be_days_seconds_or_milliseconds(string first, string last)
    {
        using var shop = new Shop();
        shop.Execute($"CREATE TABLE Visit (CustomerId int, Time {(first[0] == '\'' ? "text" : "int")}); INSERT INTO Visit VALUES (1, {first}), (2, {last})");
        var found = Customers.Find(shop, new InteractionSource { Table = "Visit" }, new FeatureRequest { FromOrders = [OrderFeature.Recency] }, 2);
        Assert.Equal([1, 6], found.Clusters.Select(cluster => cluster.Features[0].Mean).Order());
    }

    [Fact]
    public void Money_needs_a_price_or_an_amount()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE OrderLine (CustomerId int, OrderId int, OrderDate text); INSERT INTO OrderLine VALUES (1, 1, '2025-01-01')");
        var error = shop.Fails(Customers.Request(new FeatureRequest { FromOrders = [OrderFeature.Monetary] }, "OrderLine"));
        Assert.Equal("ColumnNotFound", error.ErrorId);
        Assert.Contains("-AmountColumn", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_group_buys_more_than_others_is_named()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE OrderLine (CustomerId int, OrderId int, ProductId int, ProductName text, Quantity int, UnitPrice real, OrderDate text)");
        for (var customer = 1; customer <= 20; customer++)
        {
            var rich = customer <= 8;
            shop.Execute($"INSERT INTO OrderLine VALUES ({customer}, {customer}, {(rich ? 1 : 2)}, '{(rich ? "Caviar" : "Bread")}', {customer}, {(rich ? 900 : 1)}, '2025-01-01'), ({customer}, {customer}, 3, 'Salt', 1, 1, '2025-01-01')");
        }

        var clusters = Customers.Find(shop, Lines, new FeatureRequest { FromOrders = [OrderFeature.Monetary] }, 2).Clusters;
        Assert.Equal([12, 8], clusters.Select(cluster => cluster.Size));
        Assert.Equal(["low spend", "high spend"], clusters.Select(cluster => cluster.Label));
        Assert.Equal(["Bread", "Caviar"], clusters.Select(cluster => cluster.TopItemsText));
    }

    private static Dictionary<string, double> Means(Shop shop, OrderFeature[] features, DateTime? reference = null)
    {
        var all = Customers.Find(shop, Lines, new FeatureRequest { FromOrders = features, ReferenceDate = reference }, 1).Clusters.Single();
        return all.Features.ToDictionary(feature => feature.Feature, feature => feature.Mean);
    }
}
