using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What readers find for somebody who is not in the published lists.</summary>
public sealed class FallbackTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();

    public void Dispose() => shop.Dispose();

    public static TheoryData<string> Names => [.. AlgorithmCatalog.Recommenders.Where(algorithm => algorithm.Features != FeatureUse.Required).Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_what_the_model_recommends_to_somebody_without_rows(string algorithm)
    {
        shop.Train(Shop.Request(algorithm));
        var asked = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists().RecommendFor("new", new Dictionary<object, float>(), 5, 0, out _);
        Assert.Equal(asked.Select(row => $"{row.Rank} {row.ItemId} {row.Score:R} {row.ReasonKind}"), Rows("SELECT Rank || ' ' || ItemId, Score, ReasonKind FROM rec_Shop_Fallback ORDER BY Rank", scoreAt: 1));
        Assert.Equal(5, asked.Count);
        Assert.DoesNotContain(Rows("SELECT Reason FROM rec_Shop_Fallback"), reason => reason.Length == 0 || reason.Contains("your taste", StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_unknown_gets_it_and_somebody_known_his_own_alone()
    {
        shop.Train(Shop.Request("Als"));
        shop.Execute("DELETE FROM rec_Shop_Recommendation_v1 WHERE UserId = 7 AND Rank > 2");
        Assert.Equal(Rows("SELECT Rank, ItemId, Score, Reason, 1 FROM rec_Shop_Fallback ORDER BY Rank"), Lookup(4711));
        Assert.Equal(Rows("SELECT Rank, ItemId, Score, Reason, 0 FROM rec_Shop_Recommendation WHERE UserId = 7 ORDER BY Rank"), Lookup(7));
        Assert.Equal(2, Lookup(7).Length);
    }

    [Fact]
    public void Rules_for_everybody_hold_and_those_of_single_users_do_not()
    {
        shop.Train(Shop.Request("Popularity") with { Lists = new ListRequest { ItemFilter = "SELECT DISTINCT ItemId FROM Rating WHERE ItemId > 20", CandidateQuery = "SELECT DISTINCT UserId, 21 AS ItemId FROM Rating" } });
        Assert.Equal(["21", "22", "23", "24", "25"], Rows("SELECT ItemId FROM rec_Shop_Fallback ORDER BY ItemId"));
        Assert.Equal(["21"], Rows("SELECT DISTINCT ItemId FROM rec_Shop_Recommendation"));
    }

    [Fact]
    public void Where_the_model_tells_no_item_from_another_most_users_decide()
    {
        shop.Execute("CREATE TABLE Product AS SELECT DISTINCT ItemId, 'kind ' || (ItemId % 4) AS Kind FROM Rating");
        shop.Train(Shop.Request("ContentBased") with { ItemFeatures = new FeatureSource { Table = "Product" } });
        Assert.Equal(
            Rows("SELECT ItemId, 'popular: ' || COUNT(*) || ' users' FROM Rating GROUP BY ItemId ORDER BY COUNT(*) DESC, ItemId LIMIT 5"),
            Rows("SELECT ItemId, Reason FROM rec_Shop_Fallback ORDER BY Rank"));
        Assert.Equal(["Popular"], Rows("SELECT DISTINCT ReasonKind FROM rec_Shop_Fallback"));
    }

    [Fact]
    public void The_hash_of_the_result_takes_it_in()
    {
        var request = Shop.Request("Popularity") with { Split = new SplitRequest { Kind = SplitKind.None } };
        var lists = new ListRequest { CandidateQuery = "SELECT DISTINCT UserId, 21 AS ItemId FROM Rating", ItemFilter = "SELECT DISTINCT ItemId FROM Rating WHERE ItemId > 10" };
        var first = shop.Train(request with { Lists = lists });
        var (recommended, fallback) = (shop.Published(), Rows("SELECT ItemId FROM rec_Shop_Fallback"));
        var second = shop.Train(request with { Lists = lists with { ItemFilter = "SELECT DISTINCT ItemId FROM Rating WHERE ItemId > 19" } });
        Assert.Equal(recommended, shop.Published());
        Assert.NotEqual(fallback, Rows("SELECT ItemId FROM rec_Shop_Fallback"));
        Assert.NotEqual(first.ResultHash, second.ResultHash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mine")]
    public void It_stays_where_only_changed_users_are_published(string? destination)
    {
        shop.Train(Shop.Request("Ease") with { Destination = destination });
        var before = Rows("SELECT Rank, ItemId, Score, Reason, ReasonKind FROM rec_Shop_Fallback ORDER BY Rank");
        Assert.Equal(5, before.Length);
        shop.Execute("DELETE FROM Rating WHERE UserId = 5 AND ItemId < 12");
        ModelRepublication.Execute(new PublishRequest { ModelName = "Shop", OnlyChanged = true, Destination = destination }, shop.Connection, SilentObserver.Instance, default);
        Assert.Equal(before, Rows("SELECT Rank, ItemId, Score, Reason, ReasonKind FROM rec_Shop_Fallback ORDER BY Rank"));
        RunHistory.Undo(shop.Connection, "Shop");
        Assert.Equal(before, Rows("SELECT Rank, ItemId, Score, Reason, ReasonKind FROM rec_Shop_Fallback ORDER BY Rank"));
    }

    // The query of the documentation.
    private string[] Lookup(int user) => Rows(Documentation.SqlOf("serving.md")[2]
        .Replace("@UserId", $"{user}", StringComparison.Ordinal).Replace("@Top", "5", StringComparison.Ordinal));

    private string[] Rows(string sql, int scoreAt = -1)
    {
        using var connection = shop.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => column == scoreAt ? $"{(float)reader.GetDouble(column):R}" : $"{reader.GetValue(column)}")));
        }

        return [.. rows];
    }
}
