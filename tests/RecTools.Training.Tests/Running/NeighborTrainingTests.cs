using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Algorithms by neighbours read ratings and counts, as the source looks or the options say; EASE needs room.</summary>
public class NeighborTrainingTests
{
    [Theory]
    [InlineData("ItemKnn")]
    [InlineData("UserKnn")]
    public void A_column_of_ratings_is_predicted(string algorithm)
    {
        using var shop = Shop.WithRatings();
        Assert.Contains("RMSE", shop.Train(Shop.Request(algorithm)).Metrics.Select(metric => metric.Name));
        Assert.NotEqual("", shop.Published());
    }

    [Theory]
    [InlineData("ItemKnn")]
    [InlineData("UserKnn")]
    public void A_column_of_counts_and_no_column_at_all_are_ranked_by(string algorithm)
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Sale AS SELECT UserId, ItemId, Rating AS Quantity FROM Rating");
        shop.Execute("CREATE TABLE Visit AS SELECT UserId, ItemId FROM Rating");
        Assert.DoesNotContain("RMSE", shop.Train(Shop.Request(algorithm, "Sale")).Metrics.Select(metric => metric.Name));
        Assert.DoesNotContain("RMSE", shop.Train(Shop.Request(algorithm, "Visit")).Metrics.Select(metric => metric.Name));
    }

    [Fact]
    public void The_similarity_decides_where_it_is_named()
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Visit AS SELECT UserId, ItemId FROM Rating");
        Assert.DoesNotContain("RMSE", shop.Train(With(("Similarity", "Cosine"))).Metrics.Select(metric => metric.Name));
        var error = shop.Fails(With(("Similarity", "Pearson")) with { Source = new InteractionSource { Table = "Visit" } });
        Assert.Equal("ValueColumnNeeded", error.ErrorId);
    }

    [Fact]
    public void Decay_by_the_names_of_another_product_needs_a_time_column()
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Timeless AS SELECT UserId, ItemId, Rating FROM Rating");
        var request = With(("similarity_type", "jaccard"), ("time_decay_coefficient", 30));
        Assert.Equal(RunStatus.Succeeded, shop.Train(request).Status);
        Assert.Equal("TimeColumnNeeded", shop.Fails(request with { Source = new InteractionSource { Table = "Timeless" } }).ErrorId);
    }

    [Fact]
    public void Too_many_items_for_EASE_are_refused_with_a_way_out()
    {
        using var shop = Shop.WithRatings();
        shop.Execute("CREATE TABLE Long AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) SELECT i % 50 AS UserId, i AS ItemId FROM n");
        var error = shop.Fails(Shop.Request("Ease", "Long") with { MemoryLimit = 50L << 20 });
        Assert.Equal("MemoryLimitExceeded", error.ErrorId);
        Assert.Contains("4,000 items", error.Message, StringComparison.Ordinal);
        Assert.Contains("ItemKnn", error.Action, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Succeeded, shop.Train(Shop.Request("Ease", "Long") with { Split = new SplitRequest { Kind = SplitKind.RandomRow } }).Status);
    }

    [Fact]
    public void Times_follow_the_rows_that_are_learned_from()
    {
        var rows = Shop.Ratings(20, 15);
        var matrix = SparseMatrix.FromEntries(
            20, 15, [.. rows.Select(row => row.User - 1)], [.. rows.Select(row => row.Item - 1)], [.. rows.Select(_ => 1f)]);
        var days = Enumerable.Range(0, matrix.EntryCount).Select(i => 19_000L + (i * 31 % 97)).ToArray();
        var ids = IdSet.FromNumbers([], null);
        var interactions = new Interactions(ids, ids, matrix, [.. days.Select(day => day * 86400)], false);
        var train = Splits.Make(matrix, null, SplitKind.RandomRow, 0.3, 3).Train;
        var timeOf = Enumerable.Range(0, 20).SelectMany(user => Enumerable.Range(matrix.RowStart[user], matrix.CountOf(user)).Select(i => (user, i)))
            .ToDictionary(pair => (pair.user, matrix.Column[pair.i]), pair => (double)days[pair.i]);
        var expected = Enumerable.Range(0, 20).SelectMany(user => train.ColumnsOf(user).ToArray().Select(item => timeOf[(user, item)]));
        Assert.Equal(expected, interactions.SideFor(train).Days);
    }

    [Theory]
    [InlineData(1_700_000_000, 1_700_086_400)]
    [InlineData(1_700_000_000_000, 1_700_086_400_000)]
    [InlineData(1_700_000_000_000_000, 1_700_086_400_000_000)]
    [InlineData(638_000_000_000_000_000, 638_000_864_000_000_000)]
    [InlineData(20240228, 20240229)]
    [InlineData(20231231, 20240101)]
    public void A_day_is_a_day_in_any_unit_of_time(long first, long second)
    {
        var days = TimeScale.ToDays([first, second]);
        Assert.Equal(1, days[1] - days[0], 1e-6);
    }

    private static TrainingRequest With(params (string Name, object? Value)[] options) =>
        Shop.Request("ItemKnn") with { Options = options.ToDictionary(option => option.Name, option => option.Value) };
}
