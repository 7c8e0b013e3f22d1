using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What items and categories are called in rules and reasons: no two alike, and nothing that reads wrong.</summary>
public class RuleTextTests
{
    private static readonly InteractionSource Lines = new() { Table = "OrderLine" };

    [Fact]
    public void Items_of_one_name_have_their_ids_behind()
    {
        using var shop = Orders.Small();
        shop.Execute("UPDATE OrderLine SET Description = 'Rye bread' WHERE Product = 'butter'");
        var rules = Orders.Rules(shop, Lines, ("MinCount", 2)).Select(rule => rule.ToString()).ToList();
        Assert.Contains("Rye bread (bread) => Rye bread (butter)", rules);
        Assert.Contains("Whole milk => Rye bread (bread)", rules);
    }

    [Theory]
    [InlineData("bread", 1)]
    [InlineData("BREAD", 1)]
    [InlineData("Rye*", 2)]
    [InlineData("Rye bread (bread)", 1)]
    [InlineData("nothing", 0)]
    public void A_pattern_is_held_against_id_name_and_text(string pattern, int items)
    {
        using var shop = Orders.Small();
        shop.Execute("UPDATE OrderLine SET Description = 'Rye bread' WHERE Product = 'butter'");
        var rules = Orders.Rules(shop, Lines, ("MinCount", 2), ("MaxItems", 2), ("MinConfidence", 0), ("Antecedent", pattern));
        Assert.Equal(items, rules.Select(rule => rule.AntecedentItems[0]).Distinct().Count());
    }

    [Fact]
    public void A_reason_quotes_names_with_commas()
    {
        using var shop = Orders.Small();
        shop.Execute("UPDATE OrderLine SET Description = 'bread, rye' WHERE Product = 'bread'");
        shop.Train(Orders.Request());
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists();
        var best = server.RecommendFor("x", new Dictionary<object, float> { ["bread"] = 1 }, 1, 0, out _)[0];
        Assert.StartsWith("100 % of baskets with \"bread, rye\" have it", best.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_items_ends_after_a_whole_item()
    {
        var names = Enumerable.Range(0, 30).Select(item => $"{item}, {new string('x', 290)}").ToArray();
        var text = ItemListText.Of([.. Enumerable.Range(0, 30)], item => names[item]);
        Assert.InRange(text.Length, 3000, 4000);
        Assert.EndsWith("x\", ...", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_long_name_is_not_cut_within_a_character(int shift)
    {
        var name = new string('x', shift) + string.Concat(Enumerable.Repeat("🍞", 3000));
        var text = ItemListText.Of([0], _ => name);
        Assert.InRange(text.Length, 1900, 4000);
        Assert.Equal(text, new string(text.Where((c, i) => !char.IsSurrogate(c) || char.IsSurrogatePair(text, char.IsHighSurrogate(c) ? i : i - 1)).ToArray()));
    }
}
