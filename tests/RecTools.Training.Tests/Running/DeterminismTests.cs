using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The same rows, options and seed give the same result, bit for bit.</summary>
public class DeterminismTests
{
    public static TheoryData<string> Names => [.. AlgorithmCatalog.Recommenders.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Neither_the_order_of_rows_nor_the_number_of_threads_changes_the_result(string algorithm)
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Shuffled AS SELECT * FROM Rating ORDER BY (UserId * 7919 + ItemId * 104729) % 1009");
        shop.Execute("CREATE TABLE Product AS SELECT DISTINCT ItemId, ItemId * 1.5 AS Price, 'kind ' || (ItemId % 4) AS Kind FROM Rating");
        shop.Execute("CREATE TABLE ShuffledProduct AS SELECT * FROM Product ORDER BY (ItemId * 7919) % 101");
        FeatureSource? Features(string table) => AlgorithmCatalog.Recommenders.Single(known => known.Name == algorithm).Features == FeatureUse.None ? null : new FeatureSource { Table = table };
        var one = shop.Train(Shop.Request(algorithm) with { Threads = 1, ItemFeatures = Features("Product") });
        var two = shop.Train(Shop.Request(algorithm) with { Threads = 2, ItemFeatures = Features("Product") });
        var shuffled = shop.Train(Shop.Request(algorithm, "Shuffled") with { Threads = 2, ItemFeatures = Features("ShuffledProduct") });
        Assert.Equal(one.ResultHash, two.ResultHash);
        Assert.Equal(one.ResultHash, shuffled.ResultHash);
        Assert.Equal(one.InputHash, shuffled.InputHash);
    }

    [Fact]
    public void Another_seed_or_another_row_changes_the_hashes()
    {
        using var shop = Shop.WithRatings();
        var first = shop.Train(Shop.Request("Als"));
        var other = shop.Train(Shop.Request("Als") with { Seed = 7 });
        Assert.Equal(first.InputHash, other.InputHash);
        Assert.NotEqual(first.ResultHash, other.ResultHash);
        shop.Execute("UPDATE Rating SET Rating = 5 WHERE rowid = 1 AND Rating < 5; UPDATE Rating SET Rating = 4 WHERE rowid = 2");
        Assert.NotEqual(first.InputHash, shop.Train(Shop.Request("Als")).InputHash);
    }

    [Fact]
    public void Real_ratings_shuffled_and_on_one_thread_give_the_same_hash()
    {
        var path = RealData.PathOf("ml-100k/u.data");
        using var shop = new Shop();
        var shuffledPath = Path.Combine(Path.GetDirectoryName(shop.FilePath)!, "shuffled.tsv");
        var lines = File.ReadAllLines(path);
        new SeededRandom(3).Shuffle<string>(lines);
        File.WriteAllLines(shuffledPath, lines);
        var request = Shop.Request("ImplicitAls") with { Options = new Dictionary<string, object?> { ["Factors"] = 16, ["Sweeps"] = 3 } };
        string[] header = ["UserId", "ItemId", "Rating", "Time"];
        var straight = shop.Train(request with { Source = new InteractionSource { Path = path, Header = header }, Threads = 1 });
        var shuffled = shop.Train(request with { Source = new InteractionSource { Path = shuffledPath, Header = header }, Threads = 2 });
        Assert.Equal((100_000L, 943, 1682), (straight.RowsRead, straight.UserCount, straight.ItemCount));
        Assert.Equal(straight.ResultHash, shuffled.ResultHash);
        Assert.Equal(straight.InputHash, shuffled.InputHash);
    }
}
