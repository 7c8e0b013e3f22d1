using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Bad and strange input of rules: a clear message, or counted, and nothing lost.</summary>
public class RuleInputTests
{
    private static readonly InteractionSource Lines = new() { Table = "OrderLine" };

    [Fact]
    public void An_empty_source_says_so()
    {
        using var shop = Orders.Small();
        shop.Execute("DELETE FROM OrderLine");
        var error = shop.Fails(Orders.Request());
        Assert.Equal("SourceEmpty", error.ErrorId);
        Assert.Contains("table OrderLine has no rows", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Baskets_of_one_item_only_are_refused_with_a_hint_at_the_column()
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Source = new InteractionSource { Query = "SELECT rowid AS OrderNo, Product FROM OrderLine" } });
        Assert.Equal("BasketsTooSmall", error.ErrorId);
        Assert.Contains("None of the 24 baskets of the query has two different items", error.Message, StringComparison.Ordinal);
        Assert.Contains("-BasketColumn", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_of_cancelled_lines_only_is_refused()
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Source = new InteractionSource { Query = "SELECT * FROM OrderLine WHERE Quantity <= 0" } });
        Assert.Equal("AllLeftOut", error.ErrorId);
        Assert.Contains("2 x quantity is below zero (cancelled)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(10)]
    [InlineData(double.NaN)]
    public void A_support_of_zero_or_above_one_is_refused(double support)
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Options = Orders.Options(("MinSupport", support)) });
        Assert.Equal("OptionRange", error.ErrorId);
        Assert.Contains("it must be above 0 and up to 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("MinCount takes a number of baskets", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_of_Analysis_Services_are_understood()
    {
        using var shop = Orders.Small();
        var ours = Orders.Rules(shop, Lines, ("MinSupport", 0.3), ("MinConfidence", 0.5), ("MinImportance", 0.1), ("MaxItems", 2), ("MaxItemsets", 200_000), ("MaxSupport", 0.9));
        var theirs = Orders.Rules(
            shop, Lines, ("MINIMUM_SUPPORT", 0.3), ("MINIMUM_PROBABILITY", 0.5), ("MINIMUM_IMPORTANCE", 0.1), ("MAXIMUM_ITEMSET_SIZE", 2), ("MAXIMUM_ITEMSET_COUNT", 200_000), ("MAXIMUM_SUPPORT", 0.9));
        Assert.NotEmpty(ours);
        Assert.Equal(ours.Select(rule => rule.ToString()), theirs.Select(rule => rule.ToString()));
        Assert.Equal(ours.Select(rule => rule.ToString()), Orders.Rules(shop, Lines, ("MINIMUM_SUPPORT", 3), ("MinConfidence", 0.5), ("MinImportance", 0.1), ("MaxItems", 2), ("MaxSupport", 0.9)).Select(rule => rule.ToString()));
    }

    [Theory]
    [InlineData("MinCount", 2, "MINIMUM_SUPPORT", 3, "OptionTwice", "as MinCount and as MINIMUM_SUPPORT")]
    [InlineData("MinSupport", 0.5, "MINIMUM_SUPPORT", 0.4, "OptionTwice", "as MinSupport and as MINIMUM_SUPPORT")]
    [InlineData("MINIMUM_SUPPORT", 3, "MinSupport", 0.4, "OptionConflict", "MinSupport and MinCount")]
    [InlineData("MaxSupport", 0.5, "MAXIMUM_SUPPORT", 100, "OptionConflict", "MaxSupport and MaxCount")]
    public void Two_values_for_one_thing_are_refused(string name, double value, string other, double otherValue, string errorId, string message)
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Options = Orders.Options((name, value), (other, otherValue)) });
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_beside_a_count_is_no_second_value()
    {
        using var shop = Orders.Small();
        Assert.NotEmpty(Orders.Rules(shop, Lines, ("MinSupport", "Auto"), ("MinCount", 6)));
    }

    [Theory]
    [InlineData("MinCount", "it must be 1 or more. The number of baskets that must hold the items of a rule, instead of MinSupport. Give a value within the range. Without it MinSupport counts.")]
    [InlineData("MinSupport", "it must be above 0 and up to 1. The share of all baskets that must hold the items of a rule; Auto picks one that gives a useful number of rules, 1,000 to 20,000; MinCount takes a number of baskets. Give a value within the range. The default is Auto.")]
    public void A_value_out_of_range_is_told_what_counts_without_it(string name, string expected)
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Options = Orders.Options((name, 0)) });
        Assert.EndsWith(expected, $"{error.Message} {error.Action}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAXIMUM_SUPPORT", 5, "MaxCount", 5)]
    [InlineData("MAXIMUM_SUPPORT", 0.5, "MaxSupport", 0.5)]
    [InlineData("MAXIMUM_SUPPORT", 1, "MaxSupport", 1.0)]
    public void The_largest_support_of_Analysis_Services_is_a_share_or_a_count_by_value(string name, double value, string ours, object expected)
    {
        using var shop = Orders.Small();
        var result = shop.Train(Orders.Request() with { Options = Orders.Options(("MinCount", 2), (name, value)) });
        Assert.Equal(expected, result.Options[ours]);
        Assert.Equal(value == 1 ? 1L : 0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Rule WHERE Antecedent = 'Rye bread' AND Consequent = 'Salted butter'"));
    }

    [Fact]
    public void Columns_of_a_hierarchy_without_its_source_are_refused()
    {
        var settings = new TrainingSettings { Algorithm = "AssociationRules", ModelName = "Shop", Table = "OrderLine", HierarchyColumn = ["Item", "Kind"] };
        using var shop = Orders.Small();
        var error = shop.Fails(settings.ToRequest());
        Assert.Equal("SourceUnclear", error.ErrorId);
        Assert.Contains("-HierarchyTable", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_support_that_gives_too_much_is_refused_with_what_it_would_give()
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Options = Orders.Options(("MinCount", 1), ("MaxItemsets", 5)) });
        Assert.Equal("TooManyItemsets", error.ErrorId);
        Assert.Contains("A support of 10 % (1 of 10 baskets) would give 9 itemsets, more than the 5 allowed by MaxItemsets", error.Message, StringComparison.Ordinal);
        Assert.Contains("Raise MinSupport", error.Action, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("milk, fresh", "\"milk, fresh\"")]
    [InlineData("6\" nails", "\"6\"\" nails\"")]
    [InlineData("baker's dozen", "baker's dozen")]
    [InlineData("a => b", "\"a => b\"")]
    [InlineData("🍞🧈", "🍞🧈")]
    [InlineData("tea ", "\"tea \"")]
    [InlineData("{x} [y] ; DROP TABLE OrderLine --", "{x} [y] ; DROP TABLE OrderLine --")]
    public void Strange_names_come_through_whole_and_can_be_told_apart(string product, string text)
    {
        using var shop = Orders.Small();
        for (var order = 1; order <= 6; order++)
        {
            Orders.Add(shop, order, 1, product, null, 1);
        }

        shop.Train(Orders.Request());
        Assert.Equal(product, shop.Scalar("SELECT ItemId FROM rec_Shop_RuleItem i JOIN rec_Shop_Rule r USING (RuleId) WHERE r.Antecedent = " + Quoted(text) + " AND i.Side = 'Antecedent' LIMIT 1"));
        Assert.Equal(product, shop.Scalar("SELECT ItemId FROM rec_Shop_GoesWith WHERE ItemId = " + Quoted(product) + " LIMIT 1"));
        Assert.Contains(Orders.Rules(shop, Lines, ("MinCount", 2)), rule => rule.AntecedentItems is [string only] && only == product);
    }

    [Fact]
    public void Ids_that_differ_in_trailing_blanks_only_are_two_here_with_a_warning()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, 7, 4, "tea ", null, 1);
        var listener = new Listener();
        var result = shop.Train(Orders.Request(), listener);
        Assert.Equal(5, result.ItemCount);
        Assert.Contains(listener.Warnings, warning => warning.Contains("'tea' and 'tea '", StringComparison.Ordinal) && warning.Contains("SQL Server", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_that_differ_in_trailing_blanks_only_are_one_where_the_database_says_so()
    {
        var objects = new[] { "tea", "tea  ", "tea" }.Select((item, i) => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { ["OrderNo"] = i, ["Item"] = item }).ToList();
        var collector = new InteractionCollector(new IdSpace(), new LinePolicy(Baskets: true) { IgnoreTrailingBlanks = true });
        var source = new InteractionSource { Objects = objects };
        using var rows = new ObjectRows(objects);
        collector.Read(source, rows, untyped: true, null, default);
        var items = collector.Seal(DuplicatePolicy.Sum, new Workers(), out _).Items;
        Assert.Equal((1, "tea"), (items.Count, items.Text(0)));
    }

    [Theory]
    [InlineData("nvarchar(20) COLLATE Latin1_General_100_CI_AS_SC_UTF8", null, "TEA,bread")]
    [InlineData("nvarchar(20) COLLATE Latin1_General_CS_AS", "Latin1_General_CI_AS", "TEA,Tea,bread,tea")]
    [InlineData("nvarchar(20) COLLATE Latin1_General_BIN2", "Latin1_General_CI_AS", "TEA,Tea,bread,tea")]
    [InlineData(null, "SQL_Latin1_General_CP1_CI_AS", "TEA,bread")]
    public void Ids_that_differ_in_case_only_are_one_where_the_collation_says_so_spelled_as_the_ordinally_first(string? declared, string? collation, string expected)
    {
        string[] items = ["tea", "Tea  ", "bread", "TEA", "tea "];
        foreach (var order in new[] { items, [.. items.Reverse()] })
        {
            var data = Collected(order, declared, new LinePolicy(Baskets: true) { IgnoreTrailingBlanks = true, Collation = collation });
            Assert.Equal(expected, string.Join(',', Enumerable.Range(0, data.Items.Count).Select(data.Items.Text)));
            Assert.Equal(expected.Contains("Tea", StringComparison.Ordinal) ? 3 : 0, data.Items.Find("tea  "));
        }
    }

    [Fact]
    public void Baskets_whose_ids_differ_in_case_only_are_one_where_the_collation_says_so()
    {
        var objects = new[] { ("a", "bread"), ("A ", "butter"), ("b", "tea") };
        using var rows = new DeclaredRows("nvarchar(20) COLLATE Latin1_General_CI_AS", objects);
        var collector = new InteractionCollector(new IdSpace(), new LinePolicy(Baskets: true) { IgnoreTrailingBlanks = true });
        collector.Read(new InteractionSource { Table = "Line" }, rows, untyped: false, null, default);
        Assert.Equal(2, collector.Seal(DuplicatePolicy.Sum, new Workers(), out _).Users.Count);
    }

    [Fact]
    public void Ids_are_one_where_the_database_says_so_and_not_where_dotnet_would()
    {
        // As a collation that ignores accents and knows Turkish: é is e, and I is not i.
        static int[] Grouping(IReadOnlyList<string> sorted, string? declared)
        {
            Assert.Equal(sorted.Order(StringComparer.Ordinal), sorted);
            var keys = sorted.Select(text => text.Replace('é', 'e').Replace('É', 'E').Replace("CAF", "caf", StringComparison.Ordinal).Replace('E', 'e')).ToList();
            return [.. keys.Select(key => keys.IndexOf(key))];
        }

        string[] items = ["café", "cafe ", "CAFÉ", "I", "i", "tea"];
        foreach (var order in new[] { items, [.. items.Reverse()] })
        {
            var data = Collected(order, "nvarchar(20) COLLATE Turkish_CI_AI", new LinePolicy(Baskets: true) { IgnoreTrailingBlanks = true, Grouping = Grouping });
            Assert.Equal("CAFÉ,I,i,tea", string.Join(',', Enumerable.Range(0, data.Items.Count).Select(data.Items.Text)));
            Assert.Equal((1, 2), (data.Items.Find("I"), data.Items.Find("i ")));
        }
    }

    [Fact]
    public void How_ids_are_compared_is_kept_with_them()
    {
        var data = Collected(["Tea", "bread"], "nvarchar(20) COLLATE Latin1_General_CI_AS", new LinePolicy(Baskets: true) { IgnoreTrailingBlanks = true });
        using var stream = new MemoryStream();
        data.Items.Save(new BinaryWriter(stream));
        stream.Position = 0;
        var loaded = IdSet.Load(new BinaryReader(stream));
        Assert.Equal((0, 1, -1), (loaded.Find("TEA "), loaded.Find("Bread"), loaded.Find("butter")));
    }

    [Fact]
    public void Ids_that_differ_in_case_only_are_two_here_with_a_warning()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, 7, 4, "TEA", null, 1);
        var listener = new Listener();
        Assert.Equal(5, shop.Train(Orders.Request(), listener).ItemCount);
        Assert.Contains(listener.Warnings, warning => warning.Contains("'TEA' and 'tea' differ in capital and small letters only", StringComparison.Ordinal));
    }

    [Fact]
    public void A_basket_whose_lines_are_all_set_aside_does_not_count()
    {
        using var shop = new Shop();
        shop.Execute("CREATE TABLE Line (OrderNo int, Item nvarchar(20))");
        shop.Execute("INSERT INTO Line VALUES (1, 'a'), (1, 'b'), (2, 'a'), (2, 'b'), (3, x'00'), (4, x'01')");
        var request = new RuleRequest { Source = new InteractionSource { Table = "Line" }, Options = Orders.Options(("MinCount", 1)), MaxRejected = 2 };
        var rules = RuleFinder.Open(request, shop.Connection, SilentObserver.Instance, default).FindRules(SilentObserver.Instance).ToList();
        Assert.Equal([1.0, 1.0], rules.Select(rule => rule.Support));
    }

    [Fact]
    public void Without_a_basket_or_customer_column_the_columns_are_listed()
    {
        using var shop = Orders.Small();
        var error = shop.Fails(Orders.Request() with { Source = new InteractionSource { Query = "SELECT Product, Quantity FROM OrderLine" } });
        Assert.Equal("ColumnNotFound", error.ErrorId);
        Assert.Contains("looks like the basket", error.Message, StringComparison.Ordinal);
        Assert.Contains("-BasketColumn", error.Action, StringComparison.Ordinal);
    }

    private static Interactions Collected(string[] items, string? declared, LinePolicy policy)
    {
        using var rows = new DeclaredRows(declared, [.. items.Select((item, i) => ($"{i}", item))]);
        var collector = new InteractionCollector(new IdSpace(), policy);
        collector.Read(new InteractionSource { Table = "Line" }, rows, untyped: false, null, default);
        return collector.Seal(DuplicatePolicy.Sum, new Workers(), out _);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
