using RecTools.Data;

namespace RecTools.Tests;

public class SampleShopTests
{
    private static readonly SampleShop Shop = SampleShop.Make(new SampleShopOptions());

    [Fact]
    public void It_has_the_size_that_is_promised()
    {
        var counts = Shop.Tables.ToDictionary(table => table.Name, table => table.RowCount);
        Assert.Equal((2000, 500), (counts["Customer"], counts["Product"]));
        Assert.InRange(counts["Rating"], 50_000, 70_000);
        Assert.InRange(counts["OrderLine"], 85_000, 120_000);
        Assert.InRange(counts["PageView"], 130_000, 170_000);
        Assert.All(Shop.Tables, table => Assert.Equal(table.RowCount, Rows(Shop, table.Name).Count));
    }

    [Fact]
    public void The_same_seed_gives_the_same_shop_and_another_seed_another()
    {
        var options = new SampleShopOptions { Customers = 60, Products = 60 };
        string Text(SampleShop shop) => string.Join('\n', shop.Tables.SelectMany(table => Rows(shop, table.Name)).Select(row => string.Join('|', row)));
        Assert.Equal(Text(SampleShop.Make(options)), Text(SampleShop.Make(options)));
        Assert.NotEqual(Text(SampleShop.Make(options)), Text(SampleShop.Make(options with { Seed = 1 })));
    }

    [Fact]
    public void Names_are_distinct_ids_exist_and_nobody_rates_twice()
    {
        var products = Rows(Shop, "Product");
        Assert.Equal(500, products.Select(row => row[1]).Distinct().Count());
        Assert.All(Rows(Shop, "Rating").Concat(Rows(Shop, "PageView")), row => Assert.True(row[0] is >= 1L and <= 2000L && row[1] is >= 1L and <= 500L));
        var ratings = Rows(Shop, "Rating");
        Assert.Equal(ratings.Count, ratings.DistinctBy(row => (row[0], row[1])).Count());
        Assert.All(ratings, row => Assert.InRange((long)row[2]!, 1, 5));
        Assert.InRange(Rows(Shop, "OrderLine").Count(row => (long)row[4]! < 0) / (double)Rows(Shop, "OrderLine").Count, 0.005, 0.02);
    }

    [Fact]
    public void The_planted_rules_hold_in_the_orders()
    {
        var baskets = Rows(Shop, "OrderLine").GroupBy(row => row[0]).Select(order => order.Select(row => (long)row[3]!).ToHashSet()).ToList();
        Assert.All(SampleShop.PlantedRules, rule =>
        {
            var with = baskets.Where(basket => basket.Contains(rule.Antecedent)).ToList();
            var confidence = with.Count(basket => basket.Contains(rule.Consequent)) / (double)with.Count;
            var lift = confidence / (baskets.Count(basket => basket.Contains(rule.Consequent)) / (double)baskets.Count);
            Assert.InRange(confidence, rule.Chance - 0.12, rule.Chance + 0.2);
            Assert.True(lift >= 3, $"The lift of {rule} is {lift:N2}.");
        });
    }

    [Fact]
    public void Every_planted_group_has_members() =>
        Assert.Equal(5, Enumerable.Range(1, 2000).Select(Shop.PlantedGroup).Distinct().Count());

    [Theory]
    [InlineData(10, 500, "customers")]
    [InlineData(2000, 5000, "products")]
    public void A_size_that_cannot_be_is_refused(int customers, int products, string what)
    {
        var error = Assert.Throws<RecException>(() => SampleShop.Make(new SampleShopOptions { Customers = customers, Products = products }));
        Assert.Equal("SampleSizeInvalid", error.ErrorId);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private static List<object?[]> Rows(SampleShop shop, string name)
    {
        var list = new List<object?[]>();
        using var rows = shop.Tables.Single(table => table.Name == name).Open();
        while (rows.Read())
        {
            list.Add([.. Enumerable.Range(0, rows.Columns.Count).Select(i => rows.Kind(i) switch
            {
                CellKind.Int64 => rows.GetInt64(i),
                CellKind.Float64 => rows.GetDouble(i),
                CellKind.Time => rows.GetTicks(i),
                _ => (object?)rows.GetText(i).ToString(),
            })]);
        }

        return list;
    }
}
