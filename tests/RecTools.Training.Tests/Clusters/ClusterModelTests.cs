using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Groups of customers in a recommender: popularity within the group.</summary>
public class ClusterModelTests
{
    [Fact]
    public void Each_group_gets_what_is_popular_in_it_and_who_is_in_none_what_is_popular_overall()
    {
        using var shop = Groups();
        shop.Train(Request());
        Assert.Equal(
            "101,102,103|201,202,203",
            shop.Scalar("SELECT (SELECT group_concat(ItemId) FROM (SELECT ItemId FROM rec_Shop_Recommendation WHERE UserId = 2 ORDER BY Rank LIMIT 3)) || '|' || (SELECT group_concat(ItemId) FROM (SELECT ItemId FROM rec_Shop_Recommendation WHERE UserId = 1 ORDER BY Rank LIMIT 3))"));
        Assert.StartsWith("popular in group ", (string)shop.Scalar("SELECT Reason FROM rec_Shop_Recommendation WHERE UserId = 1 AND Rank = 1")!, StringComparison.Ordinal);
        Assert.EndsWith("Age): 10 of 11 users", (string)shop.Scalar("SELECT Reason FROM rec_Shop_Recommendation WHERE UserId = 1 AND Rank = 1")!, StringComparison.Ordinal);
        Assert.StartsWith("popular: ", (string)shop.Scalar("SELECT Reason FROM rec_Shop_Recommendation WHERE UserId = 99 AND Rank = 1")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_the_number_of_threads_changes_the_result()
    {
        using var shop = Groups();
        shop.Execute("CREATE TABLE Shuffled AS SELECT * FROM View ORDER BY (UserId * 7919 + ItemId) % 101");
        var one = shop.Train(Request() with { Threads = 1 });
        var shuffled = shop.Train(Request() with { Threads = 2, Source = new InteractionSource { Table = "Shuffled" } });
        Assert.Equal((one.InputHash, one.ResultHash), (shuffled.InputHash, shuffled.ResultHash));
        Assert.NotEqual(one.InputHash, shop.Train(Request() with { ClusterModel = null }).InputHash);
    }

    [Fact]
    public void Mistakes_say_what_to_do()
    {
        using var shop = Groups();
        Assert.Equal("ClustersUnused", shop.Fails(Request() with { Algorithm = "ImplicitAls" }).ErrorId);
        var missing = shop.Fails(Request() with { ClusterModel = "Segment" });
        Assert.Equal("ClusterModelNotFound", missing.ErrorId);
        Assert.Contains("There is no rec_Segment_ClusterMember", missing.Message, StringComparison.Ordinal);
        shop.Execute("CREATE TABLE Other AS SELECT UserId + 1000 AS UserId, ItemId FROM View");
        Assert.Equal("ClusterUsersUnknown", shop.Fails(Request() with { Source = new InteractionSource { Table = "Other" } }).ErrorId);
    }

    private static TrainingRequest Request() => Shop.Request("Popularity", "View") with { ClusterModel = "Segments", Split = new SplitRequest { Kind = SplitKind.None } };

    // Odd customers are old and look at 201 and on, even ones are young and look at 101 and on; each has not yet seen half of it. Nobody knows 99.
    private static Shop Groups()
    {
        var shop = new Shop();
        shop.Execute("CREATE TABLE Customer (CustomerId int, Age int); CREATE TABLE View (UserId int, ItemId int)");
        for (var customer = 1; customer <= 22; customer++)
        {
            var old = customer % 2 == 1;
            shop.Execute($"INSERT INTO Customer VALUES ({customer}, {(old ? 70 : 20) + (customer % 3)})");
            for (var item = 1; item <= 6; item++)
            {
                // The first two see the last three items only, the others the first three now and then.
                if (customer <= 2 ? item > 3 : item > 3 || customer > 2 + (4 * (item - 1)))
                {
                    shop.Execute($"INSERT INTO View VALUES ({customer}, {(old ? 200 : 100) + item})");
                }
            }
        }

        shop.Execute("INSERT INTO View VALUES (99, 104)");
        shop.Train(Customers.Request(clusterCount: 2) with { ModelName = "Segments" });
        return shop;
    }
}
