using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Splits that tell a model the future are called so.</summary>
public sealed class LeakTests : IDisposable
{
    private readonly Shop shop = Timed.Shop();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void A_random_split_of_rows_with_times_is_flagged_and_measured_by_time_too()
    {
        var listener = new Listener();
        var leak = shop.Measure(Timed.Algorithm("Als"), listener).Leak!;
        Assert.Equal((SplitKind.RandomUser, true), (leak.Split, leak.LeakedRows > leak.TestRows / 2));
        Assert.Contains("tells the model the future", leak.Message, StringComparison.Ordinal);
        Assert.Equal([leak.Message], listener.Warnings);
        Assert.Matches(@"^User \d+ has a test row of 2025-0\d-\d\d \(item \d+\), and 2025-0\d-\d\d is the time of a row that was learned from\.$", leak.Example);

        // As many rows are held back by time as were at random.
        var share = (double)leak.TestRows / Convert.ToInt64(shop.Scalar("SELECT COUNT(*) FROM Rating"), null);
        var byTime = Timed.Algorithm("Als", SplitKind.Time);
        var later = shop.Measure(byTime with { Training = byTime.Training with { Split = new SplitRequest { Kind = SplitKind.Time, Holdout = share } } });
        Assert.Null(later.Leak);
        Assert.Equal(later.Metrics.Where(metric => metric.Name is "RMSE" or "nDCG").Select(metric => metric.Value), leak.Instead.Where(metric => metric.Name is "RMSE" or "nDCG").Select(metric => metric.Value));
        Assert.Contains($"It gives {leak.Instead.Of("nDCG")} instead of", leak.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_fit_can_be_left_out()
    {
        var leak = shop.Measure(Timed.Algorithm("Als") with { TimeSplit = false }).Leak!;
        Assert.Empty(leak.Instead);
        Assert.DoesNotContain("It gives", leak.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SplitKind.Time)]
    [InlineData(SplitKind.LastOut)]
    public void Splits_by_time_are_not_flagged(SplitKind split) => Assert.Null(shop.Measure(Timed.Algorithm("Popularity", split)).Leak);

    [Fact]
    public void Rows_without_times_cannot_be_told()
    {
        shop.Execute("CREATE TABLE Timeless AS SELECT UserId, ItemId, Rating FROM Rating");
        var request = Timed.Algorithm("Popularity");
        Assert.Null(shop.Measure(request with { Training = request.Training with { Source = new InteractionSource { Table = "Timeless" } } }).Leak);
    }

    [Fact]
    public void A_single_row_of_the_future_planted_in_the_rows_to_learn_from_is_found()
    {
        shop.Execute("CREATE TABLE Past AS SELECT * FROM Rating WHERE RatedAt < '2025-01-25'");
        shop.Execute("CREATE TABLE Future AS SELECT * FROM Rating WHERE RatedAt >= '2025-01-25'");
        var request = Timed.Algorithm("Als") with
        {
            Training = Timed.Algorithm("Als").Training with
            {
                Source = new InteractionSource { Table = "Past" },
                Split = new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Table = "Future" } },
            },
        };
        Assert.Null(shop.Measure(request).Leak);
        var later = Convert.ToInt64(shop.Scalar("SELECT COUNT(*) FROM Future WHERE UserId = 7"), null);
        shop.Execute("INSERT INTO Past VALUES (7, 31, 4, '2025-06-01')");
        var leak = shop.Measure(request).Leak!;
        Assert.Equal((SplitKind.Given, later, 1), (leak.Split, leak.LeakedRows, leak.LeakedUsers));
        Assert.StartsWith("User 7 has a test row of 2025-01-", leak.Example, StringComparison.Ordinal);
        Assert.Contains("2025-06-01 is the time of a row that was learned from", leak.Example, StringComparison.Ordinal);
        Assert.Contains("Give test rows that are later", leak.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_model_that_has_seen_later_rows_than_its_test_rows_is_flagged_by_its_days()
    {
        shop.Execute("CREATE TABLE Early AS SELECT * FROM Rating WHERE RatedAt < '2025-01-10'");
        shop.Execute("DELETE FROM Rating WHERE RatedAt < '2025-01-10'");
        shop.Train(Shop.Request("Als"));
        var measured = shop.Measure(Timed.Stored("Shop", new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Table = "Early" } }));
        Assert.Equal(measured.TestRows, measured.Leak!.LeakedRows);
    }
}
