using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Publishing for the users whose rows have changed, without training.</summary>
public sealed class ChangedUserTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();
    private readonly Listener listener = new();

    public void Dispose() => shop.Dispose();

    public static TheoryData<string> Algorithms => ["Als", "ImplicitAls", "ItemKnn", "UserKnn", "Ease", "Popularity", "Bias", "AssociationRules"];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Nothing_is_scored_and_nothing_changes_where_no_row_has_changed(string algorithm)
    {
        Train(algorithm);
        var before = Everything();
        var result = Publish();
        Assert.Equal((0, 0), (result.ChangedUsers, result.GoneUsers));
        Assert.Equal(before, Everything());
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Changed_and_new_users_get_what_the_model_says_of_them_and_others_keep_what_they_had(string algorithm)
    {
        Train(algorithm);
        var before = Everything();
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId IN (SELECT ItemId FROM Rating WHERE UserId = 5 LIMIT 3)");
        shop.Execute("INSERT INTO Rating VALUES (77, 2, 5, '2025-02-01'), (77, 4, 5, '2025-02-01'), (77, 6, 4, '2025-02-01')");
        shop.Execute("DELETE FROM Rating WHERE UserId = 9");
        var result = Publish();
        Assert.Equal((2, 1), (result.ChangedUsers, result.GoneUsers));
        var after = Everything();
        Assert.Equal(before.Where(row => row.User is not (5 or 9)), after.Where(row => row.User is not (5 or 77)));
        Assert.DoesNotContain(after, row => row.User == 9);
        var server = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists();
        var asked = server.RecommendFor("new", new Dictionary<object, float> { [2] = 5, [4] = 5, [6] = 4 }, 5, 0, out _);
        Assert.Equal(asked.Select(row => $"{row.ItemId} {row.Reason} {row.ReasonKind}"), Rows(77));
        Assert.Equal(5, Rows(5).Length);
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation r JOIN Rating o ON o.UserId = r.UserId AND o.ItemId = r.ItemId"));
    }

    [Fact]
    public void Evidence_and_similar_items_go_along_and_undo_brings_all_back()
    {
        Train("Ease");
        var (before, evidence, similar) = (Everything(), Count("Evidence"), Count("SimilarItem"));
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId < 12");
        Publish();
        Assert.NotEqual(before, Everything());
        Assert.Equal((evidence, similar), (Count("Evidence"), Count("SimilarItem")));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Evidence e WHERE NOT EXISTS (SELECT 1 FROM Rating o WHERE o.UserId = e.UserId AND o.ItemId = e.ItemId)"));
        RunHistory.Undo(shop.Connection, "Shop");
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Changes_are_told_from_what_the_model_was_fitted_on_and_so_the_second_time_finds_them_too()
    {
        Train("Als");
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId < 12");
        var first = (Publish().ChangedUsers, Everything());
        Assert.Equal(first.ChangedUsers, Publish().ChangedUsers);
        Assert.Equal(first.Item2, Everything());
    }

    [Fact]
    public void Rules_reach_the_changed_users()
    {
        Train("Als");
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId < 12");
        var lists = new ListRequest { ItemFilter = "SELECT DISTINCT ItemId FROM Rating WHERE ItemId > 3", CandidateQuery = "SELECT 6 AS UserId, 7 AS ItemId" };
        Publish(new PublishRequest { ModelName = "Shop", OnlyChanged = true, Lists = lists });
        Assert.Equal(39L, shop.Scalar("SELECT COUNT(DISTINCT UserId) FROM rec_Shop_Recommendation"));
        Assert.Contains(listener.Warnings, warning => warning.Contains("leaves 1 of 1 users no item, such as user 5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_the_users_own_takes_the_changed_users_in()
    {
        shop.Train(Shop.Request("Als") with { Destination = "Mine" });
        var before = (string)shop.Scalar("SELECT group_concat(UserId || '|' || ItemId) FROM (SELECT * FROM Mine WHERE UserId <> 5 ORDER BY UserId, Rank)")!;
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId < 12");
        Publish(new PublishRequest { ModelName = "Shop", OnlyChanged = true, Destination = "Mine", Top = 2 });
        Assert.Equal(before, shop.Scalar("SELECT group_concat(UserId || '|' || ItemId) FROM (SELECT * FROM Mine WHERE UserId <> 5 ORDER BY UserId, Rank)"));
        Assert.Equal(2L, shop.Scalar("SELECT COUNT(*) FROM Mine WHERE UserId = 5"));
    }

    [Fact]
    public void Items_that_the_model_does_not_know_are_passed_over_aloud()
    {
        Train("Als");
        shop.Execute("INSERT INTO Rating VALUES (5, 1000, 5, '2025-02-01')");
        Assert.Equal(0, Publish().ChangedUsers);
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("1 items of table Rating are not known to the model", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_never_published_cannot_be_kept()
    {
        shop.Train(Shop.Request("Als") with { Destination = "Mine" });
        Assert.Equal("NothingPublished", Assert.Throws<RecException>(() => Publish()).ErrorId);
        shop.Execute("CREATE TABLE Customer (CustomerId int, Mean real); INSERT INTO Customer SELECT UserId, AVG(Rating) FROM Rating GROUP BY UserId");
        shop.Train(Shop.Request("KMeans", "Customer", "Groups") with { Split = new SplitRequest { Kind = SplitKind.None } });
        var groups = Assert.Throws<RecException>(() => Publish(new PublishRequest { ModelName = "Groups", OnlyChanged = true }));
        Assert.Equal("OnlyChangedUnused", groups.ErrorId);
        shop.Execute("DROP TABLE Rating");
        TrainOnTableThatGoes();
        Assert.Equal("TableNotFound", Assert.Throws<RecException>(() => Publish()).ErrorId);
    }

    private void TrainOnTableThatGoes()
    {
        shop.Execute("CREATE TABLE Other AS SELECT 1 AS UserId, 2 AS ItemId, 3 AS Rating UNION SELECT 2, 2, 3 UNION SELECT 2, 3, 4 UNION SELECT 1, 4, 1");
        shop.Train(Shop.Request("Als", "Other") with { Split = new SplitRequest { Kind = SplitKind.None } });
        shop.Execute("DROP TABLE Other");
    }

    private void Train(string algorithm) => shop.Train(Shop.Request(algorithm) with { EvidenceTop = 2, SimilarTop = 3 });

    private PublishResult Publish(PublishRequest? request = null) =>
        ModelRepublication.Execute(request ?? new PublishRequest { ModelName = "Shop", OnlyChanged = true }, shop.Connection, listener, default);

    private List<(long User, string Row)> Everything()
    {
        using var connection = shop.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT UserId, Rank || '|' || ItemId || '|' || Score || '|' || Reason || '|' || ReasonKind FROM rec_Shop_Recommendation ORDER BY UserId, Rank";
        using var reader = command.ExecuteReader();
        var rows = new List<(long, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return rows;
    }

    private string[] Rows(int user) =>
        ((string)shop.Scalar($"SELECT group_concat(ItemId || ' ' || Reason || ' ' || ReasonKind, ';') FROM (SELECT * FROM rec_Shop_Recommendation WHERE UserId = {user} ORDER BY Rank)")!).Split(';');

    private object? Count(string result) => shop.Scalar($"SELECT COUNT(*) FROM rec_Shop_{result}");
}
