using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What a run of AssociationRules leaves in the database, and how it is asked.</summary>
public class RulePublishingTests
{
    [Fact]
    public void Every_measure_of_a_rule_is_a_column_and_infinite_is_null()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());

        // Bread and butter: both in the same 6 of 10 baskets.
        Assert.Equal(
            "6|0.6|1.0|1.67|0.24|null|1.0|1.0|0.0|null",
            shop.Scalar("""
                SELECT Count || '|' || Support || '|' || Confidence || '|' || round(Lift, 2) || '|' || round(Leverage, 4) || '|' || coalesce(Conviction, 'null')
                    || '|' || Cosine || '|' || Kulczynski || '|' || ImbalanceRatio || '|' || coalesce(Importance, 'null')
                FROM rec_Shop_Rule WHERE RuleId = 1
                """));
        Assert.Equal(1 / 210.0, (double)shop.Scalar("SELECT PValue FROM rec_Shop_Rule WHERE RuleId = 1")!, 12);
        Assert.True((double)shop.Scalar("SELECT AdjustedPValue FROM rec_Shop_Rule WHERE RuleId = 1")! > 1 / 210.0);
    }

    [Fact]
    public void The_columns_of_a_rule_are_what_the_object_has()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());
        Assert.Equal(
            "RuleId INT|Antecedent nvarchar(4000)|Consequent nvarchar(4000)|Count INT|Support REAL|Confidence REAL|Lift REAL|Leverage REAL|Conviction REAL|Cosine REAL|Kulczynski REAL|ImbalanceRatio REAL|Importance REAL|PValue REAL|AdjustedPValue REAL",
            shop.Scalar("SELECT group_concat(name || ' ' || type, '|') FROM pragma_table_info('rec_Shop_Rule_v1')"));
    }

    [Fact]
    public void The_items_of_a_rule_keep_the_type_of_the_source()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());
        Assert.Equal("Antecedent|1|bread,Consequent|1|butter", shop.Scalar(
            "SELECT group_concat(Side || '|' || Position || '|' || ItemId) FROM (SELECT * FROM rec_Shop_RuleItem WHERE RuleId = 1 ORDER BY Side)"));
        Assert.Equal("nvarchar(40)", shop.Scalar("SELECT type FROM pragma_table_info('rec_Shop_RuleItem') WHERE name = 'ItemId'"));
    }

    [Fact]
    public void Plain_SQL_answers_what_goes_with_a_basket()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());
        Assert.Equal("butter", shop.Scalar("SELECT GoesWithItemId FROM rec_Shop_GoesWith WHERE ItemId = 'bread' AND AntecedentSize = 1 ORDER BY RuleId LIMIT 1"));
        const string ForBasket = """
            SELECT group_concat(DISTINCT GoesWithItemId) FROM (
                SELECT GoesWithItemId FROM rec_Shop_GoesWith WHERE ItemId IN ('bread', 'milk') AND GoesWithItemId NOT IN ('bread', 'milk')
                GROUP BY RuleId, GoesWithItemId, AntecedentSize HAVING COUNT(*) = AntecedentSize)
            """;
        Assert.Equal("butter,tea", shop.Scalar(ForBasket));
    }

    [Fact]
    public void Customers_are_recommended_what_they_do_not_have_with_the_rule_as_the_reason()
    {
        using var shop = Orders.Small();
        Orders.Add(shop, 20, 9, "butter", "Salted butter", 1);
        shop.Train(Orders.Request() with { EvidenceTop = 2, Options = Orders.Options(("MinCount", 2), ("MinConfidence", 0.5), ("Scoring", "BestRule")) });
        Assert.Equal("bread", shop.Scalar("SELECT ItemId FROM rec_Shop_Recommendation WHERE UserId = 9 AND Rank = 1"));
        Assert.Equal("85.7 % of baskets with Salted butter have it (rule 4)", shop.Scalar("SELECT Reason FROM rec_Shop_Recommendation WHERE UserId = 9 AND Rank = 1"));
        Assert.Equal("butter|0.857|4", shop.Scalar("SELECT ItemId || '|' || round(Contribution, 3) || '|' || RuleId FROM rec_Shop_Evidence WHERE UserId = 9 AND Rank = 1"));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation r JOIN OrderLine o ON o.Customer = r.UserId AND o.Product = r.ItemId AND o.Quantity > 0"));
    }

    [Fact]
    public void Where_no_rule_leads_popularity_fills_up_below_zero_and_says_so()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request() with { Options = Orders.Options(("MinCount", 6)) });
        Assert.Equal("popular: in 6 baskets", shop.Scalar("SELECT Reason FROM rec_Shop_Recommendation WHERE UserId = 5 AND Rank = 1"));
        Assert.True((double)shop.Scalar("SELECT MAX(Score) FROM rec_Shop_Recommendation WHERE UserId = 5")! <= 0);
    }

    [Fact]
    public void A_stored_model_answers_for_baskets_by_id_and_by_name()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists();
        var byName = server.RecommendFor("x", new Dictionary<object, float> { ["rye BREAD"] = 1, ["caviar"] = 1 }, 2, 3, out var unknown);
        Assert.Equal("caviar", Assert.Single(unknown));
        Assert.Equal(("butter", "Salted butter"), (byName[0].ItemId, byName[0].ItemName));
        Assert.Equal(("bread", 1), (byName[0].Evidence![0].ItemId, byName[0].Evidence![0].RuleId));
        Assert.Equal(byName[0].Score, server.RecommendFor("x", new Dictionary<object, float> { ["bread"] = 1 }, 1, 0, out _)[0].Score);
    }

    [Fact]
    public void A_name_of_several_items_is_told()
    {
        using var shop = Orders.Small();
        shop.Execute("UPDATE OrderLine SET Description = 'Rye bread' WHERE Product = 'butter'");
        shop.Train(Orders.Request());
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists();
        Assert.Equal("'rye bread ' is the name of 2 items, bread, butter; bread is taken. Give the id to say which.", Assert.Single(server.Ambiguous(["rye bread ", "milk", "Green tea", "caviar"])));
        Assert.Equal("butter", server.RecommendFor("x", new Dictionary<object, float> { ["rye bread "] = 1 }, 1, 0, out _)[0].ItemId);
    }

    [Fact]
    public void The_planted_rules_of_the_sample_shop_are_found()
    {
        using var shop = new Shop();
        SampleImport.Write(shop.Connection, 800, 200, 42, replace: false, SilentObserver.Instance, default);
        var rules = Orders.Rules(shop, new InteractionSource { Table = "OrderLine" }, ("MinSupport", 0.002), ("MinConfidence", 0.3));
        Assert.All(SampleShop.PlantedRules, planted => Assert.Contains(rules, rule =>
            rule.AntecedentItems is [long left] && rule.ConsequentItems is [long right] && (left, right) == (planted.Antecedent, planted.Consequent)));
    }

    [Fact]
    public void Undo_brings_back_the_rules_before()
    {
        using var shop = Orders.Small();
        shop.Train(Orders.Request());
        var before = shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Rule");
        shop.Train(Orders.Request() with { Options = Orders.Options(("MinCount", 6)) });
        Assert.NotEqual(before, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Rule"));
        RunHistory.Undo(shop.Connection, "Shop");
        Assert.Equal(before, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Rule"));
    }
}
