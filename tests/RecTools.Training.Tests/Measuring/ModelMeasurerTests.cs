using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Models measured on rows that they were not fitted on.</summary>
public sealed class ModelMeasurerTests : IDisposable
{
    private readonly Shop shop = Timed.Shop();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("Als", SplitKind.RandomUser)]
    [InlineData("ImplicitAls", SplitKind.RandomRow)]
    [InlineData("Popularity", SplitKind.Time)]
    [InlineData("ItemKnn", SplitKind.LastOut)]
    public void An_algorithm_has_the_figures_of_its_training_run_and_more(string algorithm, SplitKind split)
    {
        var trained = shop.Train(Shop.Request(algorithm) with { Split = new SplitRequest { Kind = split }, Publish = false });
        var measured = shop.Measure(Timed.Algorithm(algorithm, split));
        var known = trained.Metrics.Where(metric => metric.Split == "Holdout").ToList();
        Assert.Equal(known, measured.Metrics.Where(metric => known.Exists(other => other.Name == metric.Name)));
        string[] more = ["Novelty", "PopularityBias", "Diversity"];
        Assert.All(more, name => Assert.NotNull(measured.Metrics.Of(name)));
        Assert.Equal((algorithm, algorithm, null, false), (measured.Name, measured.Algorithm, measured.RunId, measured.IsStored));
        Assert.Equal(trained.InteractionCount, measured.TrainRows + measured.TestRows);
        Assert.Equal(trained.UserCount, measured.Data.UserCount);
        Assert.Equal(algorithm is "Als" or "ItemKnn", measured.Calibration.Length > 0);
        Assert.True(measured is { ModelBytes: > 0, PeakBytes: >= 0, LongTail.Length: > 0 } && measured.FitTime > TimeSpan.Zero && measured.ScoreTime > TimeSpan.Zero);
    }

    [Fact]
    public void A_stored_model_is_fitted_anew_on_its_own_rows_as_its_algorithm_would_be_on_its_source()
    {
        var options = new Dictionary<string, object?> { ["Factors"] = 6, ["Sweeps"] = 4 };
        shop.Train(Shop.Request("Als") with { Options = options });
        var fresh = shop.Measure(Timed.Algorithm("Als") with { Training = Timed.Algorithm("Als").Training with { Options = options } });

        // The source is gone by now.
        shop.Execute("DROP TABLE Rating");
        var stored = shop.Measure(Timed.Stored("Shop"));
        Assert.Equal(fresh.Metrics, stored.Metrics);
        Assert.Equal(fresh.Segments.SelectMany(segment => segment.Metrics), stored.Segments.SelectMany(segment => segment.Metrics));
        Assert.Equal(("Shop", "Als", 1L, false), (stored.Name, stored.Algorithm, stored.RunId!.Value, stored.IsStored));
        Assert.Equal(6, stored.Options["Factors"]);
        Assert.Equal(fresh.Leak!.LeakedRows, stored.Leak!.LeakedRows);
        Assert.Equal("the rows of the model 'Shop'", stored.Data.Source);
        Assert.Equal((fresh.Data.FirstDay, fresh.Data.LastDay), (stored.Data.FirstDay, stored.Data.LastDay));
    }

    [Fact]
    public void A_stored_model_is_measured_as_it_is_where_test_rows_alone_are_given()
    {
        shop.Execute("CREATE TABLE Later AS SELECT * FROM Rating WHERE ItemId % 5 = 0");
        shop.Execute("DELETE FROM Rating WHERE ItemId % 5 = 0 AND UserId > 5");
        shop.Execute("INSERT INTO Later VALUES (9999, 5, 3, '2025-03-01'), (7, 8888, 3, '2025-03-01')");
        shop.Train(Shop.Request("Als"));
        var listener = new Listener();
        var measured = shop.Measure(Timed.Stored("Shop", new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Table = "Later" } }), listener);
        var learned = Convert.ToInt64(shop.Scalar("SELECT COUNT(*) FROM Later JOIN Rating USING (UserId, ItemId)"), null);
        var all = Convert.ToInt64(shop.Scalar("SELECT COUNT(*) FROM Later"), null);

        // Items divisible by five are left in the rows learned from only where the first five users have them.
        var known = Convert.ToInt64(shop.Scalar("SELECT COUNT(*) FROM Later WHERE UserId IN (SELECT UserId FROM Rating) AND ItemId IN (SELECT ItemId FROM Rating)"), null);
        Assert.True(learned > 0 && known > learned);
        Assert.Equal((true, known - learned, TimeSpan.Zero), (measured.IsStored, measured.TestRows, measured.FitTime));
        Assert.Equal("Test", measured.Metrics.Of("RMSE").Split);
        Assert.Contains(listener.Warnings, warning => warning.StartsWith($"{learned} test rows are of a user and item that the model has learned from", StringComparison.Ordinal));
        Assert.Contains(listener.Warnings, warning => warning.StartsWith($"{all - known} test rows are of users or items that the model does not know", StringComparison.Ordinal));
        Assert.Equal(listener.Warnings, measured.Warnings);
    }

    [Fact]
    public void Figures_do_not_depend_on_threads_or_the_order_of_rows()
    {
        var request = Timed.Algorithm("ImplicitAls");
        var one = shop.Measure(request with { Training = request.Training with { Threads = 1 } });
        shop.Execute("CREATE TABLE Turned AS SELECT * FROM Rating ORDER BY ItemId DESC, UserId DESC");
        var other = shop.Measure(request with { Training = request.Training with { Threads = 4, Source = new InteractionSource { Table = "Turned" } } });
        Assert.Equal(one.Metrics, other.Metrics);
        Assert.Equal(one.Leak!.Instead, other.Leak!.Instead);
        Assert.Equal(one.Samples, other.Samples);
    }

    [Fact]
    public void A_rating_from_which_items_are_relevant_leaves_fewer_users_to_measure()
    {
        var all = shop.Measure(Timed.Algorithm("Bias"));
        var good = shop.Measure(Timed.Algorithm("Bias") with { RelevantFrom = 5 });
        Assert.True(good.UsersMeasured < all.UsersMeasured);
        Assert.Equal(all.Metrics.Of("RMSE"), good.Metrics.Of("RMSE"));
    }

    [Fact]
    public void Samples_are_lists_of_three_users_with_reasons_and_nothing_that_they_have_been_fitted_with()
    {
        var measured = shop.Measure(Timed.Algorithm("ItemKnn"));
        Assert.Equal(3, measured.Samples.Select(row => row.UserId).Distinct().Count());
        Assert.All(measured.Samples.GroupBy(row => row.UserId), list => Assert.Equal([1, 2, 3, 4, 5], list.Select(row => row.Rank)));
        Assert.All(measured.Samples, row => Assert.NotEmpty(row.Reason));
    }

    [Fact]
    public void Business_rules_are_measured_beside_the_model_alone()
    {
        var request = Timed.Algorithm("ImplicitAls");
        var measured = shop.Measure(request with { Training = request.Training with { Lists = new ListRequest { ItemFilter = "SELECT ItemId FROM Rating WHERE ItemId <= 15" } } });
        Assert.Equal(shop.Measure(request).Metrics.Of("nDCG"), measured.Metrics.Of("nDCG"));
        Assert.True(measured.Metrics.Single(metric => metric is { IsAsShown: true, Name: "Coverage" }).Value <= 0.5);
    }

    [Fact]
    public void Mistakes_have_stable_ids()
    {
        shop.Train(Shop.Request("ImplicitAls"));
        Assert.Equal("ModelUnclear", shop.Refuses(Timed.Algorithm("")).ErrorId);
        Assert.Equal("ModelUnclear", shop.Refuses(Timed.Algorithm("Als") with { StoredModel = "Shop" }).ErrorId);
        Assert.Equal("SplitNeeded", shop.Refuses(Timed.Algorithm("Als", SplitKind.None)).ErrorId);
        Assert.Equal("NotARecommender", shop.Refuses(Timed.Algorithm("KMeans")).ErrorId);
        Assert.Equal("AlgorithmUnknown", shop.Refuses(Timed.Algorithm("Alz")).ErrorId);
        Assert.Equal("ModelNotFound", shop.Refuses(Timed.Stored("Shup")).ErrorId);
        Assert.Equal("ItemFeaturesNeeded", shop.Refuses(Timed.Algorithm("ContentBased")).ErrorId);
        Assert.Equal("ClusterModelNeeded", shop.Refuses(Timed.Algorithm("Als") with { SegmentBy = [UserSegment.Cluster] }).ErrorId);
        Assert.Equal("SegmentColumnNeeded", shop.Refuses(Timed.Algorithm("Als") with { SegmentBy = [UserSegment.Column] }).ErrorId);
        Assert.Equal("HoldoutEmpty", shop.Refuses(With(Timed.Algorithm("Als"), 0.0001)).ErrorId);
        Assert.Equal("HoldoutOutOfRange", shop.Refuses(With(Timed.Algorithm("Als"), 1)).ErrorId);
        var unread = Timed.Stored("Shop", new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Table = "Rating" } });
        Assert.Equal("TestRowsUnknown", shop.Refuses(unread).ErrorId);
        var model = Timed.Stored("Shop");
        Assert.Equal("OptionsOfModel", shop.Refuses(model with { Training = model.Training with { Options = new Dictionary<string, object?> { ["Factors"] = 3 } } }).ErrorId);
        Assert.Equal("NotConnected", Assert.Throws<RecException>(() => ModelMeasurer.Measure(model, null, SilentObserver.Instance, default)).ErrorId);
    }

    [Fact]
    public void Work_that_is_cancelled_says_so()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var error = Assert.Throws<RecException>(() => ModelMeasurer.Measure(Timed.Algorithm("Als"), shop.Connection, SilentObserver.Instance, cancelled.Token));
        Assert.Equal(("RunCancelled", RecErrorKind.Cancelled), (error.ErrorId, error.Kind));
    }

    private static MeasurementRequest With(MeasurementRequest request, double holdout) =>
        request with { Training = request.Training with { Split = request.Training.Split with { Holdout = holdout } } };
}
