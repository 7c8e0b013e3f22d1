using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Rules at several levels of a hierarchy at once.</summary>
public class HierarchyTests
{
    private static readonly HierarchySource Kinds = new() { Table = "Kind" };

    [Fact]
    public void Rules_are_found_between_items_and_categories_but_not_within_one_line_of_descent()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text, Category text)", "('bread','bakery','food'), ('butter','dairy','food'), ('milk','dairy','food'), ('tea','hot drinks','drinks')");
        shop.Train(Orders.Request() with { Hierarchy = Kinds });
        var rules = Texts(shop);
        Assert.Contains("Rye bread => dairy", rules);
        Assert.Contains("hot drinks => dairy", rules);
        Assert.DoesNotContain("Rye bread => bakery", rules);
        Assert.DoesNotContain("Whole milk => food", rules);
        Assert.DoesNotContain(rules, rule => rule.Contains("dairy", StringComparison.Ordinal) && rule.Contains("food", StringComparison.Ordinal));
        Assert.Equal("dairy", shop.Scalar("SELECT i.Category FROM rec_Shop_RuleItem i JOIN rec_Shop_Rule r USING (RuleId) WHERE r.Antecedent = 'Rye bread' AND r.Consequent = 'dairy' AND i.Side = 'Consequent' AND i.ItemId IS NULL"));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_GoesWith WHERE GoesWithItemId NOT IN ('bread', 'butter', 'milk', 'tea')"));
    }

    [Fact]
    public void A_rule_from_a_category_recommends_to_whoever_has_an_item_of_it()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text)", "('bread','bakery'), ('butter','dairy'), ('milk','dairy'), ('tea','drinks')");
        shop.Train(Orders.Request() with { Hierarchy = Kinds, Options = Orders.Options(("MinCount", 2), ("Antecedent", "dairy")) });
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists();
        var first = server.RecommendFor("x", new Dictionary<object, float> { ["milk"] = 1 }, 1, 2, out _)[0];
        Assert.Equal(("bread", "milk"), (first.ItemId, first.Evidence![0].ItemId));
        Assert.Contains("baskets with dairy have it", first.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_child_and_parent_are_understood_at_any_depth()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Name text, ParentId text)", "('bread','bakery'), ('bakery','food'), ('butter','food'), ('food',NULL)");
        shop.Train(Orders.Request() with { Hierarchy = Kinds });
        Assert.Contains("Whole milk => food", Texts(shop));
        Assert.DoesNotContain("Rye bread => food", Texts(shop));
    }

    [Fact]
    public void A_cycle_is_named()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Name text, Parent text)", "('bread','bakery'), ('bakery','food'), ('food','goods'), ('goods','bakery')");
        var error = shop.Fails(Orders.Request() with { Hierarchy = Kinds });
        Assert.Equal("HierarchyCycle", error.ErrorId);
        Assert.Contains("'bakery' is below 'food' is below 'goods' is below 'bakery'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_called_like_its_item_is_no_cycle_where_columns_are_levels()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text)", "('bread','bread'), ('butter','bread')");
        shop.Train(Orders.Request() with { Hierarchy = Kinds });
        Assert.DoesNotContain("Rye bread => bread", Texts(shop));
        Assert.Contains("Whole milk => bread", Texts(shop));
    }

    [Fact]
    public void Categories_of_one_text_below_different_ones_are_two_and_named_apart()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text, Category text)", "('milk','Other','Dairy'), ('butter','Other','Dairy'), ('bread','Other','Bakery'), ('tea','Leaves','Drinks')");
        shop.Train(Orders.Request() with { Hierarchy = Kinds });
        var rules = Texts(shop);
        Assert.Contains("Rye bread => Other (Dairy)", rules);
        Assert.Contains("Other (Bakery) => Other (Dairy)", rules);
        Assert.DoesNotContain(rules, rule => rule.Contains("Other =>", StringComparison.Ordinal) || rule.EndsWith("Other", StringComparison.Ordinal));

        // Bread is in six baskets, always with butter.
        Assert.Equal(6L, shop.Scalar("SELECT Count FROM rec_Shop_Rule WHERE Antecedent = 'Rye bread' AND Consequent = 'Other (Dairy)'"));
        Assert.Equal("Other (Dairy)", shop.Scalar("SELECT DISTINCT Category FROM rec_Shop_RuleItem WHERE Category LIKE '%(Dairy)'"));
    }

    [Theory]
    [InlineData("('milk','Other','Dairy','Food'), ('bread','Other','Bakery','Food'), ('tea','Other','Bakery','Drinks')", "Other (Bakery, Drinks)|Other (Bakery, Food)|Other (Dairy, Food)|Bakery (Drinks)|Bakery (Food)")]
    [InlineData("('milk','Rye bread','Dairy','Food')", "Rye bread (Sub)")]
    [InlineData("('milk','Food','Dairy','Food')", "Food (Sub)|Food (Top)")]
    [InlineData("('milk','Other','X',NULL), ('bread','Other',NULL,'X')", "Other (X (Category))|Other (X (Top))")]
    [InlineData("('milk','Other','X',NULL), ('bread','Other',NULL,NULL)", "Other|Other (X)")]
    public void Names_of_categories_tell_them_apart(string rows, string expected)
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text, Category text, Top text)", rows);
        using var database = Data.Database.Open(shop.Connection);
        var data = new Interactions(IdSet.FromTexts(["bread", "butter", "milk", "tea"], null), IdSet.FromTexts(["bread", "butter", "milk", "tea"], null), new Algorithms.SparseMatrix(4, [0], [], []), null, false)
        {
            ItemNames = ["Rye bread", null, null, null],
        };
        var names = HierarchyReader.Read(Kinds, data, database, SilentObserver.Instance, default).Names;
        Assert.Equal(expected.Split('|'), names.Where(name => name.StartsWith("Other", StringComparison.Ordinal) || name.Contains('(', StringComparison.Ordinal)).Where(name => !name.StartsWith("X ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_the_rows_of_a_hierarchy_does_not_show()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text, Category text)", "('bread','bakery','food'), ('butter','dairy','food'), ('milk','dairy','food'), ('tea','hot drinks','drinks')");
        var one = shop.Train(Orders.Request() with { Hierarchy = Kinds });
        var other = shop.Train(Orders.Request() with { Hierarchy = new() { Query = "SELECT * FROM Kind ORDER BY Item DESC" } });
        Assert.Equal((one.InputHash, one.ResultHash), (other.InputHash, other.ResultHash));
    }

    [Fact]
    public void A_hierarchy_of_other_items_is_refused()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text)", "('caviar','luxury')");
        var error = shop.Fails(Orders.Request() with { Hierarchy = Kinds });
        Assert.Equal("HierarchyUnknownItems", error.ErrorId);
        Assert.Contains("Not one of the 4 items", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_and_a_lonely_one_are_named()
    {
        using var shop = WithKinds("CREATE TABLE Kind (Item text, Sub text)", "('bread','bakery')");
        Assert.Contains("'Level'", shop.Fails(Orders.Request() with { Hierarchy = Kinds with { Columns = ["Item", "Level"] } }).Message, StringComparison.Ordinal);
        Assert.Equal("HierarchyColumns", shop.Fails(Orders.Request() with { Hierarchy = Kinds with { Columns = ["Item"] } }).ErrorId);
        Assert.Equal("HierarchyUnused", shop.Fails(Orders.Request() with { Algorithm = "Popularity", Options = new Dictionary<string, object?>(), Hierarchy = Kinds }).ErrorId);
    }

    private static Shop WithKinds(string table, string rows)
    {
        var shop = Orders.Small();
        shop.Execute(table);
        shop.Execute($"INSERT INTO Kind VALUES {rows}");
        return shop;
    }

    private static string[] Texts(Shop shop) =>
        ((string)shop.Scalar("SELECT group_concat(Antecedent || ' => ' || Consequent, ';') FROM rec_Shop_Rule")!).Split(';');
}
