using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Business rules as SQL: what readers then find in the published table.</summary>
public sealed class ListRuleTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();
    private readonly Listener listener = new();

    public ListRuleTests() => shop.Execute(
        "CREATE TABLE Product AS SELECT DISTINCT ItemId AS ProductId, ItemId % 3 AS Stock, CASE ItemId % 4 WHEN 0 THEN NULL ELSE 'group ' || (ItemId % 4) END AS Category FROM Rating");

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Only_items_of_the_filter_are_recommended_and_every_user_gets_all_he_can()
    {
        shop.Train(With(new ListRequest { ItemFilter = "SELECT ProductId FROM Product WHERE Stock > 0" }), listener);
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ItemId % 3 = 0"));

        // As many as there are that the user does not have, five at most.
        Assert.Equal(0L, Count(
            """
            SELECT COUNT(*) FROM (SELECT DISTINCT UserId FROM Rating) u
            WHERE (SELECT COUNT(*) FROM rec_Shop_Recommendation r WHERE r.UserId = u.UserId)
               <> MIN(5, (SELECT COUNT(*) FROM Product p WHERE p.Stock > 0 AND NOT EXISTS (SELECT 1 FROM Rating o WHERE o.UserId = u.UserId AND o.ItemId = p.ProductId)))
            """));
    }

    [Fact]
    public void What_the_rules_cost_is_measured_beside_the_model_alone()
    {
        var result = shop.Train(With(new ListRequest { ItemFilter = "SELECT ProductId FROM Product WHERE Stock > 0", Diversity = 0.3 }));
        Assert.Equal(["Holdout", "AsShown"], result.Metrics.Where(metric => metric.Name == "nDCG").Select(metric => metric.Split));
        Assert.Equal(["Holdout", "AsShown"], result.Metrics.Where(metric => metric.Name == "Diversity").Select(metric => metric.Split));
        Assert.Equal("Holdout", Assert.Single(result.Metrics, metric => metric.Name == "RMSE").Split);
    }

    [Fact]
    public void Users_get_what_the_candidate_query_says_and_those_without_are_named()
    {
        shop.Train(With(new ListRequest { CandidateQuery = "SELECT UserId, ProductId FROM (SELECT DISTINCT UserId FROM Rating) JOIN Product ON UserId % 2 = ProductId % 2 WHERE UserId > 1" }), listener);
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE UserId % 2 <> ItemId % 2 OR UserId = 1"));
        Assert.True(Count("SELECT COUNT(*) FROM rec_Shop_Recommendation") > 100);
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("-CandidateQuery leaves 1 of 40 users no item, such as user 1", StringComparison.Ordinal));
        Assert.Contains(listener.Warnings, warning => warning.Contains("of them none, such as user 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_category_is_bounded_and_an_item_without_one_is_not()
    {
        var lists = new ListRequest { ItemFilter = "SELECT ProductId, Category FROM Product", MaxPerCategory = 1 };
        shop.Train(With(lists), listener);
        Assert.Equal(1L, Count("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM rec_Shop_Recommendation JOIN Product ON ProductId = ItemId WHERE Category IS NOT NULL GROUP BY UserId, Category)"));
        shop.Execute("ALTER TABLE Product RENAME COLUMN Category TO Shelf");
        shop.Train(With(lists with { ItemFilter = "SELECT ProductId, Shelf FROM Product", ItemCategoryColumn = "Shelf" }), listener);
        Assert.Equal(1L, Count("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM rec_Shop_Recommendation JOIN Product ON ProductId = ItemId WHERE Shelf IS NOT NULL GROUP BY UserId, Shelf)"));
    }

    [Fact]
    public void Pinned_items_come_first_with_their_kind_and_banned_ones_never()
    {
        shop.Train(With(new ListRequest
        {
            ItemFilter = "SELECT ProductId, CASE ProductId WHEN 7 THEN 2 WHEN 3 THEN 1 END AS Pinned, ProductId % 5 = 0 AS Banned FROM Product",
        }));
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ItemId % 5 = 0"));
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE (ItemId IN (3, 7)) <> (ReasonKind = 'Pinned')"));
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ItemId = 3 AND Rank <> 1"));
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation r WHERE ItemId = 7 AND Rank <> 1 + (SELECT COUNT(*) FROM rec_Shop_Recommendation o WHERE o.UserId = r.UserId AND o.ItemId = 3)"));
    }

    [Fact]
    public void Items_are_recommended_again_after_days()
    {
        shop.Execute("UPDATE Rating SET RatedAt = CASE WHEN ItemId % 2 = 0 THEN '2025-01-31' ELSE '2025-01-01' END");
        const string Seen = "SELECT COUNT(*) FROM rec_Shop_Recommendation r JOIN Rating o ON o.UserId = r.UserId AND o.ItemId = r.ItemId";
        shop.Train(With(new ListRequest()));
        Assert.Equal(0L, Count(Seen));
        shop.Train(With(new ListRequest { SeenItems = SeenItems.AfterDays, SeenAfterDays = 30 }));
        Assert.True(Count(Seen) > 0);
        Assert.Equal(0L, Count(Seen + " WHERE r.ItemId % 2 = 0"));
        shop.Train(With(new ListRequest { SeenItems = SeenItems.AfterDays, SeenAfterDays = 31 }));
        Assert.Equal(0L, Count(Seen));
        shop.Train(With(new ListRequest { SeenItems = SeenItems.Allow }));
        Assert.True(Count(Seen + " WHERE r.ItemId % 2 = 0") > 0);
    }

    [Fact]
    public void A_stored_model_is_published_and_asked_under_other_rules_without_training()
    {
        shop.Train(With(new ListRequest()));
        var rules = new ListRequest { ItemFilter = "SELECT ProductId FROM Product WHERE Stock > 0", SeenItems = SeenItems.AfterDays, SeenAfterDays = 400 };
        ModelRepublication.Execute(new PublishRequest { ModelName = "Shop", Top = 5, Lists = rules }, shop.Connection, listener, default);
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ItemId % 3 = 0"));
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists(rules, shop.Connection, listener);
        var asked = server.Recommend(2, 5, 0);
        Assert.Equal(shop.Published().Split(';').Where(row => row.StartsWith("2|", StringComparison.Ordinal)).Select(row => row.Split('|')[2]), asked.Select(row => $"{row.ItemId}"));
        Assert.All(server.RecommendFor("new", new Dictionary<object, float> { [1] = 5 }, 5, 0, out _), row => Assert.NotEqual(0L, (long)row.ItemId % 3));
    }

    [Fact]
    public void A_user_with_nothing_left_gets_no_row_and_is_counted()
    {
        shop.Execute("INSERT INTO Rating SELECT 99, ProductId, 3, '2025-01-01' FROM Product");
        var result = shop.Train(With(new ListRequest()) with { Split = new SplitRequest { Kind = SplitKind.None } }, listener);
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE UserId = 99"));
        Assert.Contains(listener.Warnings, warning => warning == "1 of 41 users got fewer than 5 recommendations, 1 of them none, such as user 99: there is nothing else that they do not have already and that the rules allow.");
        Assert.Equal(1, Assert.Single(result.Metrics, metric => metric.Name == "UsersWithNone").Value);
        Assert.Equal(1L, Count("SELECT COUNT(*) FROM rec_Metric WHERE Name = 'UsersWithNone' AND Value = 1"));
    }

    [Fact]
    public void A_table_of_the_users_own_needs_no_column_for_the_kind()
    {
        shop.Execute("CREATE TABLE Mine (UserId int, Rank int, ItemId int, Score real, Reason text)");
        shop.Train(With(new ListRequest()) with { Destination = "Mine" });
        Assert.True(Count("SELECT COUNT(*) FROM Mine") > 100);
        shop.Execute("DROP TABLE Mine");
        shop.Train(With(new ListRequest()) with { Destination = "Mine" });
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM Mine WHERE ReasonKind IS NULL"));
    }

    private static TrainingRequest With(ListRequest lists) => Shop.Request("Als") with { Lists = lists };

    private long Count(string sql) => Convert.ToInt64(shop.Scalar(sql), null);
}
