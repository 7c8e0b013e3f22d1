using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Files with one basket a line, and the figures that others get on real ones.</summary>
public class BasketFileTests
{
    [Theory]
    [InlineData("groceries/groceries.csv", 0.001, 0.8, 410)]
    [InlineData("groceries/groceries.csv", 0.001, 0.5, 5668)]
    [InlineData("groceries/groceries.csv", 0.01, 0.5, 15)]
    [InlineData("groceries/groceries.csv", 0.006, 0.25, 463)]
    public void Real_baskets_give_the_rules_that_others_find(string file, double support, double confidence, int rules)
    {
        var finder = Open(RealData.PathOf(file), ("MinSupport", support), ("MinConfidence", confidence));
        Assert.Equal(rules, finder.FindRules(SilentObserver.Instance).Count());
    }

    [Theory]
    [InlineData("groceries/groceries.csv", 0.001, 13_492)]
    [InlineData("fimi/retail.dat", 0.001, 7_589)]
    [InlineData("fimi/BMS1.dat", 0.001, 3_991)]
    public void Real_baskets_give_the_itemsets_that_others_find(string file, double support, int itemsets)
    {
        var finder = Open(RealData.PathOf(file), ("MinSupport", support));
        Assert.Equal(itemsets, finder.FindItemsets(ItemsetKind.All).Count());
    }

    [Fact]
    public void A_real_hierarchy_gives_rules_of_all_levels_and_none_between_an_item_and_its_own_category()
    {
        var request = new RuleRequest
        {
            Source = new InteractionSource { Path = RealData.PathOf("groceries/groceries.csv"), BasketPerLine = true },
            Hierarchy = new HierarchySource { Path = RealData.PathOf("groceries/iteminfo.csv") },
            Options = Orders.Options(("MinSupport", 0.02), ("MinConfidence", 0.5)),
        };
        var rules = RuleFinder.Open(request, null, SilentObserver.Instance, default).FindRules(SilentObserver.Instance).ToList();
        Assert.Contains(rules, rule => rule.Consequent == "fruit and vegetables" && rule.Antecedent == "whole milk, cheese");
        Assert.DoesNotContain(rules, rule => rule.Confidence == 1);
    }

    private static RuleFinder Open(string path, params (string Name, object? Value)[] options) => RuleFinder.Open(
        new RuleRequest { Source = new InteractionSource { Path = path, BasketPerLine = true }, Options = Orders.Options(options) }, null, SilentObserver.Instance, default);
}
