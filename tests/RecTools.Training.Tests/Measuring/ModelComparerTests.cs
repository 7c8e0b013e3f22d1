using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Models side by side on the same rows.</summary>
public sealed class ModelComparerTests : IDisposable
{
    private readonly Shop shop = Timed.Shop();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Popularity_and_Bias_always_take_part_and_everything_is_measured_on_the_same_rows()
    {
        var comparison = Compare(With("Als", "ImplicitAls"));
        Assert.Equal(["Als", "Bias", "ImplicitAls", "Popularity"], comparison.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Single(comparison.Entries.Select(entry => (entry.Measurement!.TrainRows, entry.Measurement.TestRows, entry.Measurement.UsersMeasured)).Distinct());
        Assert.All(comparison.Entries, entry => Assert.Same(comparison, entry.Comparison));
        foreach (var entry in comparison.Entries)
        {
            var alone = shop.Measure(Timed.Algorithm(entry.Algorithm) with { TimeSplit = false });
            Assert.Equal(alone.Metrics, entry.Measurement!.Metrics);
            Assert.Equal((entry.Value, entry.Lower, entry.Upper), (alone.Metrics.Of("nDCG").Value, alone.Metrics.Of("nDCG").Lower, alone.Metrics.Of("nDCG").Upper));
        }
    }

    [Fact]
    public void Models_stand_best_first_with_their_difference_from_the_best()
    {
        var entries = Compare(With("Als", "ItemKnn", "UserKnn")).Entries;
        Assert.Equal(Enumerable.Range(1, entries.Length), entries.Select(entry => entry.Rank));
        Assert.Equal(entries.OrderByDescending(entry => entry.Value).Select(entry => entry.Name), entries.Select(entry => entry.Name));
        Assert.All(entries[1..], entry => Assert.Equal(entry.Value!.Value - entries[0].Value!.Value, entry.Difference!.Value, 1e-12));
        Assert.Equal((0.0, null), (entries[0].Difference, entries[0].PValue));
        Assert.All(entries[1..], entry => Assert.InRange(entry.PValue!.Value, 1e-6, 1));

        // Less is better where the figure is an error.
        var errors = Compare(With("Als", "ItemKnn", "ImplicitAls") with { Metric = "rmse" }).Entries;
        Assert.Equal(["Als", "Bias", "ItemKnn"], errors.Where(entry => entry.Value is not null).Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal(errors.Where(entry => entry.Value is not null).OrderBy(entry => entry.Value).Select(entry => entry.Name), errors.Where(entry => entry.Value is not null).Select(entry => entry.Name));
        Assert.Equal("has no RMSE", errors.Single(entry => entry.Name == "ImplicitAls").Verdict);
    }

    [Fact]
    public void A_model_that_loses_to_the_trivial_one_is_called_so()
    {
        // Some items are had by nearly all and others by few, and how they are rated says nothing of that.
        Refill((item, draw) => draw < 0.95 / (1 + (item / 6.0)));
        var listener = new Listener();
        var comparison = Compare(With("ImplicitAls", "Als"), listener);
        var verdicts = comparison.Entries.ToDictionary(entry => entry.Name, entry => entry.Verdict);
        Assert.Equal(("worse than Popularity", "worse than Popularity"), (verdicts["Als"], verdicts["Bias"]));
        Assert.Contains("Als is worse than Popularity by nDCG: recommending to everybody what most have does better.", comparison.Warnings);
        Assert.Equal(comparison.Warnings, listener.Warnings);
        Assert.All(comparison.Entries.Where(entry => entry.Verdict == "worse than Popularity"), entry => Assert.True(entry.Value < comparison.Entries.Single(other => other.Name == "Popularity").Value));

        // Ratings without a pattern cannot be told better than by the mean.
        var errors = Compare(With("Als") with { Metric = "RMSE" }).Entries;
        Assert.EndsWith("than Bias", errors.Single(entry => entry.Name == "Als").Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_to_be_learned_no_model_is_better_than_popularity()
    {
        Refill((_, draw) => draw < 0.4);
        var comparison = Compare(With("ImplicitAls", "Ease", "UserKnn"));
        Assert.DoesNotContain(comparison.Entries, entry => entry.Verdict is "worse than Popularity" && entry.PValue >= 0.05);
        Assert.Contains(comparison.Warnings, warning => warning.StartsWith("No model is better than Popularity by nDCG beyond chance", StringComparison.Ordinal));
        Assert.All(comparison.Entries.Where(entry => entry.Name != "Popularity"), entry => Assert.Contains("than Popularity", entry.Verdict, StringComparison.Ordinal));
    }

    [Fact]
    public void One_that_fails_is_an_entry_with_its_error_and_not_the_end()
    {
        var listener = new Listener();
        var comparison = Compare(With("Als", "ContentBased"), listener);
        var failed = comparison.Entries[^1];
        Assert.Equal(("ContentBased", "failed", null, null), (failed.Name, failed.Verdict, failed.Value, failed.Measurement));
        Assert.Contains("-ItemTable", failed.Error, StringComparison.Ordinal);
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("ContentBased could not be measured:", StringComparison.Ordinal));
        var large = With("Ease", "Als");
        shop.Execute("CREATE TABLE Long AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000) SELECT i % 50 AS UserId, i % 4000 AS ItemId, i % 5 + 1 AS Rating FROM n");
        var small = Compare(large with { Training = large.Training with { Source = new InteractionSource { Table = "Long" }, MemoryLimit = 50L << 20 } });
        Assert.Contains("above the limit", small.Entries.Single(entry => entry.Name == "Ease").Error, StringComparison.Ordinal);
        Assert.NotNull(small.Entries.Single(entry => entry.Name == "Als").Value);
    }

    [Fact]
    public void Without_names_all_take_part_that_the_rows_allow()
    {
        shop.Execute("CREATE TABLE Visit AS SELECT UserId, ItemId, RatedAt FROM Rating");
        var request = With();
        var names = Compare(request with { Training = request.Training with { Source = new InteractionSource { Table = "Visit" } } }).Entries.Select(entry => entry.Name).ToList();
        Assert.Contains("ImplicitAls", names);
        Assert.Contains("AssociationRules", names);
        Assert.DoesNotContain("ContentBased", names);
        Assert.DoesNotContain("Als", names);
        Assert.DoesNotContain("Bias", names);
    }

    [Fact]
    public void Stored_models_lend_their_settings_and_the_first_of_them_its_rows()
    {
        shop.Train(Shop.Request("Als", model: "Deep") with { Options = new Dictionary<string, object?> { ["Factors"] = 7 } });
        shop.Train(Shop.Request("ItemKnn", model: "Near"));
        shop.Execute("DROP TABLE Rating");
        var request = With() with { StoredModels = ["Deep", "Near"] };
        var comparison = Compare(request with { Training = request.Training with { Source = new InteractionSource() } });
        Assert.Equal(["Bias", "Deep", "Near", "Popularity"], comparison.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Equal(7, comparison.Entries.Single(entry => entry.Name == "Deep").Measurement!.Options["Factors"]);
        Assert.Equal("the rows of the model 'Deep'", comparison.Data.Source);
    }

    [Fact]
    public void Settings_are_given_by_algorithm()
    {
        var request = With("Als") with { Options = new Dictionary<string, IReadOnlyDictionary<string, object?>> { ["als"] = new Dictionary<string, object?> { ["Factors"] = 3 } } };
        Assert.Equal(3, Compare(request).Entries.Single(entry => entry.Name == "Als").Measurement!.Options["Factors"]);
        Assert.Equal("OptionForNobody", Refuses(request with { Algorithms = ["Ease"] }).ErrorId);
    }

    [Fact]
    public void A_leak_is_told_of_all()
    {
        var comparison = Compare(With("Als"));
        Assert.Equal(SplitKind.RandomUser, comparison.Leak!.Split);
        Assert.Contains(comparison.Leak.Message, comparison.Warnings);
    }

    [Fact]
    public void Mistakes_have_stable_ids()
    {
        Assert.Equal("MetricUnknown", Refuses(With("Als") with { Metric = "Coverage" }).ErrorId);
        Assert.Equal("ContenderTwice", Refuses(With("Als", "als")).ErrorId);
        Assert.Equal("AlgorithmUnknown", Refuses(With("Alz")).ErrorId);
        Assert.Equal("NotARecommender", Refuses(With("KMeans")).ErrorId);
        Assert.Equal("OptionUnknown", Refuses(With("Als(Fuctors=3)")).ErrorId);
        Assert.Equal("PartUnclear", Refuses(With("Als(Factors 3)")).ErrorId);
        Assert.Equal("ModelNotFound", Refuses(With() with { StoredModels = ["Nobody"] }).ErrorId);
        shop.Execute("CREATE TABLE Visit AS SELECT UserId, ItemId FROM Rating");
        var unrated = With("ImplicitAls") with { Metric = "RMSE" };
        Assert.Equal("MetricUnmeasured", Refuses(unrated with { Training = unrated.Training with { Source = new InteractionSource { Table = "Visit" } } }).ErrorId);
    }

    // Ratings drawn at random, of items that are chosen by a draw between 0 and 1.
    private void Refill(Func<int, double, bool> isRated)
    {
        var random = new SeededRandom(3);
        var rows = new List<(int User, int Item, double Rating)>();
        for (var user = 1; user <= 60; user++)
        {
            for (var item = 1; item <= 30; item++)
            {
                var (draw, rating) = (random.NextDouble(), 1.0 + random.Next(5));
                if (isRated(item, draw))
                {
                    rows.Add((user, item, rating));
                }
            }
        }

        shop.Execute("DELETE FROM Rating");
        shop.Fill(rows, id => id);
    }

    private static ComparisonRequest With(params string[] algorithms) => new() { Training = Shop.Request("", model: ""), Algorithms = algorithms };

    private ModelComparison Compare(ComparisonRequest request, IRunObserver? observer = null) =>
        ModelComparer.Compare(request, shop.Connection, observer ?? SilentObserver.Instance, TestContext.Current.CancellationToken);

    private RecException Refuses(ComparisonRequest request) => Assert.Throws<RecException>(() => Compare(request));
}
