using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Lines of orders as they come out of a shop's tables.</summary>
public class OrderLineTests
{
    private static readonly InteractionSource Lines = new() { Table = "OrderLine" };

    [Fact]
    public void Baskets_customers_quantities_and_names_are_found_by_the_names_of_their_columns()
    {
        using var shop = Orders.Small();
        var result = shop.Train(Orders.Request());
        Assert.Equal((5, 4, 24L), (result.UserCount, result.ItemCount, result.RowsRead));
        Assert.Equal(10, result.Metrics.Single(metric => metric is { Split: "Model", Name: "Baskets" }).Value);
        Assert.Equal("Rye bread => Salted butter", shop.Scalar("SELECT Antecedent || ' => ' || Consequent FROM rec_Shop_Rule WHERE RuleId = 1"));
    }

    [Fact]
    public void Cancelled_lines_and_lines_of_zero_are_left_out_and_counted()
    {
        using var shop = Orders.Small();
        var result = shop.Train(Orders.Request());
        Assert.Equal(0, result.RowsRejected);
        Assert.Equal(2, result.LeftOut.Single(row => row.Reason == "quantity is below zero (cancelled)").Count);
        Assert.Contains("'butter'", result.LeftOut.Single(row => row.Reason == "quantity is zero").Example, StringComparison.Ordinal);
        Assert.Equal(2L, shop.Scalar("SELECT Count FROM rec_RejectedRow WHERE Reason LIKE '%cancelled%'"));
        Assert.Equal(6L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE RuleId = 1"));
    }

    [Fact]
    public void They_count_where_that_is_asked_for()
    {
        using var shop = Orders.Small();
        var result = shop.Train(Orders.Request() with { Options = Orders.Options(("MinCount", 2), ("KeepCancelled", true)) });
        Assert.Empty(result.LeftOut);
        Assert.Equal(7L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE Antecedent = 'Salted butter' AND Consequent = 'Rye bread'"));
    }

    [Fact]
    public void An_item_twice_in_a_basket_counts_once_and_is_counted()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, 1, 1, "bread", "Rye bread", 5);
        var result = shop.Train(Orders.Request());
        Assert.Equal("Sum: 1 rows merged into others", result.Duplicates);
        Assert.Equal(6L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE RuleId = 1"));
    }

    [Fact]
    public void Null_ids_of_baskets_and_items_are_set_aside_and_counted()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, null, 1, "bread", null, 1);
        Orders.Add(shop, 1, 1, null, null, 1);
        var reasons = shop.Train(Orders.Request()).Rejected.ToDictionary(row => row.Reason, row => row.Count);
        Assert.Equal(1, reasons["basket id is NULL"]);
        Assert.Equal(1, reasons["item id is NULL"]);
    }

    [Fact]
    public void A_line_without_a_customer_counts_for_the_rules()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, 11, null, "bread", "Rye bread", 1);
        Orders.Add(shop, 11, null, "butter", "Salted butter", 1);
        var result = shop.Train(Orders.Request());
        Assert.Equal((5, 0L), (result.UserCount, result.RowsRejected));
        Assert.Equal(7L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE RuleId = 1"));
    }

    [Theory]
    [InlineData("SELECT OrderNo, Product, Quantity FROM OrderLine")]
    [InlineData("SELECT OrderNo, CAST(NULL AS int) AS Customer, Product, Quantity FROM OrderLine")]
    public void Without_customers_rules_are_published_and_nobody_is_recommended_to(string query)
    {
        using var shop = Orders.Small();
        var result = shop.Train(Orders.Request() with { Source = new InteractionSource { Query = query } });
        Assert.Equal(10, result.UserCount);
        Assert.DoesNotContain(result.Published, table => table.Name.EndsWith("_Recommendation", StringComparison.Ordinal));
        Assert.Contains(result.Published, table => table is { Name: "rec_Shop_Rule", RowCount: > 0 });
        Assert.Equal("bread", ModelServer.Open(shop.Connection, "Shop", null, default).ForLists().RecommendFor("x", new Dictionary<object, float> { ["butter"] = 1 }, 1, 0, out _)[0].ItemId);
    }

    [Fact]
    public void Without_baskets_what_a_customer_has_is_one_basket()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request() with { Source = new InteractionSource { Query = "SELECT Customer, Product, Quantity FROM OrderLine" } });
        Assert.Equal(3L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE Antecedent = 'bread' AND Consequent = 'butter'"));
    }

    [Fact]
    public void What_is_held_back_to_measure_on_is_not_learned_from()
    {
        using var shop = Orders.Small();
        var request = Orders.Request() with { Split = new SplitRequest { Kind = SplitKind.RandomUser, Holdout = 0.5 }, Refit = false };
        var result = shop.Train(request);
        Assert.True((long)shop.Scalar("SELECT COALESCE(MAX(Count), 0) FROM rec_Shop_Rule")! < 6);
        Assert.Contains(result.Metrics, metric => metric is { Split: "Holdout", Name: "nDCG" });
    }

    [Fact]
    public void Where_nothing_can_be_held_back_rules_are_found_all_the_same_with_a_warning()
    {
        using var shop = Orders.Small();
        var listener = new Listener();
        var source = new InteractionSource { Query = "SELECT OrderNo, Product FROM OrderLine WHERE OrderNo <= 6 AND Product <> 'milk'" };
        var result = shop.Train(Orders.Request() with { Source = source, Split = new SplitRequest() }, listener);
        Assert.Contains("The split RandomUser left no rows to measure on, so nothing was measured.", listener.Warnings);
        Assert.All(result.Metrics, metric => Assert.Equal("Model", metric.Split));
        Assert.Equal(2L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Rule"));
    }

    [Fact]
    public void Neither_the_order_of_lines_nor_the_number_of_threads_changes_a_bit()
    {
        using var shop = Orders.Small();
        var shuffle = new InteractionSource { Query = "SELECT * FROM OrderLine ORDER BY (OrderNo * 7919 + length(Product) * 104729) % 1009" };
        var one = shop.Train(Orders.Request() with { Threads = 1 });
        var shuffled = shop.Train(Orders.Request() with { Threads = 2, Source = shuffle });
        Assert.Equal((one.InputHash, one.ResultHash), (shuffled.InputHash, shuffled.ResultHash));
    }

    [Fact]
    public void Of_several_names_of_an_item_the_most_frequent_wins()
    {
        using var shop = Orders.Small();
        shop.Execute("UPDATE OrderLine SET Description = 'wrong' WHERE OrderNo = 1");
        Assert.Contains(Orders.Rules(shop, Lines, ("MinCount", 2)), rule => rule.Antecedent == "Rye bread" && rule.Consequent == "Salted butter");
    }

    [Fact]
    public void Giant_baskets_are_left_out_with_a_warning()
    {
        using var shop = Orders.Small();
        var listener = new Listener();
        shop.Train(Orders.Request() with { Options = Orders.Options(("MinCount", 2), ("MaxBasketSize", 2)) }, listener);
        Assert.Contains("3 of 10 baskets have more than 2 items and were left out (MaxBasketSize).", listener.Warnings);
        Assert.Equal("9|3 baskets, the largest of 3 items", shop.Scalar("SELECT Count || '|' || Example FROM rec_RejectedRow WHERE Reason = 'in a basket of more items than MaxBasketSize'"));
        Assert.Equal(3L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE RuleId = 1"));
    }
}
