using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Runs that are not good enough to take the place of the last one.</summary>
public sealed class QualityGateTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();

    public QualityGateTests() => shop.Train(Shop.Request("Als"));

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("RMSE<=5")]
    [InlineData("nDCG@10 >= 0.01")]
    [InlineData("map@k>0")]
    [InlineData("Coverage < 2")]
    [InlineData("Holdout:rmse<3")]
    public void A_bound_that_is_met_lets_the_run_through(string bound) =>
        Assert.Equal(RunStatus.Succeeded, shop.Train(With(new GateRequest { RequireMetric = [bound] })).Status);

    [Fact]
    public void A_bound_that_is_not_met_stops_the_run_and_its_record_tells_the_figures()
    {
        var error = shop.Fails(With(new GateRequest { RequireMetric = ["nDCG>=0", "RMSE<=0.01"] }));
        Assert.Equal(("GateMetric", RecErrorKind.Gate), (error.ErrorId, error.Kind));
        Assert.Matches(@"^RMSE \d\.\d{4} does not meet -RequireMetric 'RMSE<=0.01', so nothing was published\.$", error.Message);
        Assert.Contains("The last publication stays as it was", error.Action, StringComparison.Ordinal);
        var run = RunHistory.Runs(shop.Connection, null, null, 1, detail: true).Single();
        Assert.Equal((RunStatus.Rejected, "GateMetric"), (run.Status, run.ErrorId));
        Assert.Contains(run.Metrics, metric => metric.Name == "RMSE");
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'rec_Shop%v2'"));
    }

    [Fact]
    public void A_run_that_is_worse_beyond_chance_is_stopped_and_one_like_the_last_is_not()
    {
        Assert.Equal(RunStatus.Succeeded, shop.Train(With(new GateRequest { RequireNoWorse = true })).Status);
        shop.Execute("UPDATE Rating SET Rating = 1 + abs(random() % 5)");
        var error = shop.Fails(With(new GateRequest { RequireNoWorse = true }));
        Assert.Equal("GateWorse", error.ErrorId);
        Assert.Matches(@"^RMSE .* is worse than RMSE \d\.\d{4} of run 2, so nothing was published\.$", error.Message);
    }

    [Fact]
    public void The_first_run_has_nothing_to_be_worse_than_and_nothing_to_change()
    {
        var request = Shop.Request("Als", model: "First") with { Gates = new GateRequest { RequireNoWorse = true, MaxChurn = 0 } };
        Assert.Equal(RunStatus.Succeeded, shop.Train(request).Status);
    }

    [Fact]
    public void How_much_readers_see_change_is_recorded_and_bounded()
    {
        var same = shop.Train(Shop.Request("Als"));
        Assert.Equal((0, 1), (Change(same, "UsersChanged"), Change(same, "Overlap")));
        var expected = Shares("Als", "Popularity");
        var error = shop.Fails(Shop.Request("Popularity") with { Gates = new GateRequest { MaxChurn = 0.05 } });
        Assert.Equal("GateChurn", error.ErrorId);
        Assert.Contains("more than -MaxChurn 5.0 % allows", error.Message.Replace("5.0%", "5.0 %", StringComparison.Ordinal), StringComparison.Ordinal);
        var published = shop.Train(Shop.Request("Popularity") with { Gates = new GateRequest { MaxChurn = 1 } });
        Assert.Equal(expected.Changed, Change(published, "UsersChanged"), 1e-9);
        Assert.Equal(expected.Overlap, Change(published, "Overlap"), 1e-9);
    }

    [Fact]
    public void Users_who_would_lose_their_list_count_as_changed_and_new_ones_do_not()
    {
        shop.Execute("INSERT INTO Rating SELECT UserId + 100, ItemId, Rating, RatedAt FROM Rating WHERE UserId < 11");
        shop.Execute("DELETE FROM Rating WHERE UserId < 21");
        var error = shop.Fails(With(new GateRequest { MaxChurn = 0.4 }));
        Assert.Equal("GateChurn", error.ErrorId);
    }

    [Fact]
    public void Publishing_again_is_bounded_too()
    {
        var request = new PublishRequest { ModelName = "Shop", Top = 5, Lists = new ListRequest { ItemFilter = "SELECT ItemId FROM Rating WHERE ItemId < 13" }, MaxChurn = 0.1 };
        var before = shop.Published();
        var error = Assert.Throws<RecException>(() => ModelRepublication.Execute(request, shop.Connection, SilentObserver.Instance, default));
        Assert.Equal("GateChurn", error.ErrorId);
        Assert.Equal(before, shop.Published());
        Assert.Equal(RunStatus.Rejected, RunHistory.Runs(shop.Connection, null, null, 1, detail: false)[0].Status);
    }

    [Theory]
    [InlineData("nDCG", "GateUnclear")]
    [InlineData("nDCG>=high", "GateUnclear")]
    [InlineData("nDCG=0.3", "GateUnclear")]
    [InlineData("Recal>=0.1", "GateMetricMissing")]
    [InlineData("nDCG@20>=0.1", "GateMetricMissing")]
    [InlineData("AsShown:nDCG>=0.1", "GateMetricMissing")]
    public void Bounds_that_make_no_sense(string bound, string errorId)
    {
        var error = shop.Fails(With(new GateRequest { RequireMetric = [bound] }));
        Assert.Equal((errorId, RecErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains($"'{bound}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gates_that_cannot_be_tried()
    {
        Assert.Equal("GateUnmeasured", shop.Fails(With(new GateRequest { RequireNoWorse = true }) with { Split = new SplitRequest { Kind = SplitKind.None } }).ErrorId);
        Assert.Equal("GateUnmeasured", shop.Fails(With(new GateRequest { MaxChurn = 0.5 }) with { Publish = false }).ErrorId);
        Assert.Equal("MaxChurnOutOfRange", shop.Fails(With(new GateRequest { MaxChurn = 1.5 })).ErrorId);
    }

    private static TrainingRequest With(GateRequest gates) => Shop.Request("Als") with { Gates = gates };

    private static double Change(TrainingResult result, string name) => result.Metrics.Single(metric => metric is { Split: "Change" } && metric.Name == name).Value;

    /// <summary>Change between the lists of two algorithms, counted here.</summary>
    private (double Changed, double Overlap) Shares(string before, string after)
    {
        var (old, fresh) = (Lists(before, "One"), Lists(after, "Two"));
        return (
            old.Average(pair => fresh[pair.Key].SetEquals(pair.Value) ? 0.0 : 1),
            old.Average(pair => (double)fresh[pair.Key].Intersect(pair.Value).Count() / Math.Max(pair.Value.Count, fresh[pair.Key].Count)));
    }

    private Dictionary<long, HashSet<long>> Lists(string algorithm, string model)
    {
        shop.Train(Shop.Request(algorithm, model: model));
        var text = (string)shop.Scalar($"SELECT group_concat(UserId || ' ' || ItemId) FROM rec_{model}_Recommendation")!;
        return text.Split(',').Select(row => row.Split(' ').Select(long.Parse).ToArray()).GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows => rows.Select(row => row[1]).ToHashSet());
    }
}
