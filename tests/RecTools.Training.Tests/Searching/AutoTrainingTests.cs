using System.Globalization;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Auto publishes the best of the field under its own name, and says why.</summary>
public class AutoTrainingTests
{
    private static readonly Dictionary<string, object?> Few = new() { ["Algorithms"] = new[] { "Popularity", "Bias", "ImplicitAls", "Ease" }, ["MaxTrials"] = 8, ["Folds"] = 3 };

    [Fact]
    public void The_winner_is_stored_and_published_under_its_own_name_with_the_reason()
    {
        using var shop = Shop.WithRatings(users: 60, items: 30);
        var result = shop.Train(Shop.Request("Auto") with { Options = Few });
        Assert.NotEqual("Auto", result.Algorithm);
        Assert.Equal(8, result.Trials.Length);
        Assert.Contains($"{result.Algorithm} was taken: nDCG", result.Choice, StringComparison.Ordinal);
        Assert.Equal(8, result.Metrics.Single(metric => metric is { Split: "Model", Name: "Trials" }).Value);
        Assert.Contains(result.Metrics, metric => metric is { Split: "Model", Name: "PopularitynDCG" });
        Assert.NotEqual("", shop.Published());

        // The model and its run are what they would be had the algorithm been asked for.
        Assert.Equal(result.Algorithm, Convert.ToString(shop.Scalar("SELECT Algorithm FROM rec_Run"), CultureInfo.InvariantCulture));
        using var database = Database.Open(shop.Connection);
        Assert.Equal(result.Algorithm, Assert.Single(new ModelStore(database).Find("Shop", allVersions: false)).Algorithm);
        var asked = shop.Train(Shop.Request(result.Algorithm) with { Options = result.Options });
        Assert.Equal(asked.Metrics.Single(metric => metric is { Name: "nDCG" }), result.Metrics.Single(metric => metric is { Name: "nDCG" }));
    }

    [Fact]
    public void The_same_run_chooses_the_same_at_any_number_of_threads()
    {
        using var shop = Shop.WithRatings(users: 60, items: 30);
        var once = shop.Train(Shop.Request("Auto") with { Options = Few });
        var again = shop.Train(Shop.Request("Auto") with { Options = Few, Threads = 1 });
        Assert.Equal(SearchFolder.Text(once.Trials), SearchFolder.Text(again.Trials));
        Assert.Equal(once.ResultHash, again.ResultHash);
    }

    [Fact]
    public void What_learns_from_ratings_stays_out_where_there_are_none_and_what_ranks_where_errors_count()
    {
        using var shop = Shop.WithRatings(users: 60, items: 30);
        shop.Execute("CREATE TABLE Visit AS SELECT UserId, ItemId FROM Rating");
        var all = new Dictionary<string, object?> { ["MaxTrials"] = 20, ["Folds"] = 2, ["Blend"] = false };
        var visits = shop.Train(Shop.Request("Auto", "Visit") with { Options = all });
        Assert.DoesNotContain(visits.Trials, trial => trial.Algorithm is "Bias" or "Als" or "BayesianFactorization" or "ContentBased" or "Hybrid");
        var errors = shop.Train(Shop.Request("Auto") with { Options = Few, Metric = "RMSE" });
        Assert.All(errors.Trials, trial => Assert.Equal("Bias", trial.Algorithm));
        Assert.Contains("RMSE", errors.Choice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hybrid_of_the_leaders_is_tried_last()
    {
        using var shop = Shop.WithRatings(users: 60, items: 30);
        var result = shop.Train(Shop.Request("Auto") with { Options = Few });
        var last = result.Trials[^1];
        Assert.Equal("Hybrid", last.Algorithm);
        Assert.True(((IEnumerable<object>)last.Options["Parts"]!).Count() >= 2);
    }

    [Fact]
    public void A_model_no_better_than_Popularity_is_called_so()
    {
        using var shop = Shop.WithRatings(users: 60, items: 30);
        var listener = new Listener();
        var result = shop.Train(
            Shop.Request("Auto") with { Options = new Dictionary<string, object?> { ["Algorithms"] = "Bias", ["MaxTrials"] = 2, ["Folds"] = 2 } }, listener);
        Assert.Equal("Bias", result.Algorithm);
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("Bias is no better than Popularity beyond chance", StringComparison.Ordinal));
    }

    [Fact]
    public void Test_rows_have_no_part_in_the_choice()
    {
        using var folder = new SearchFolder();
        var request = new TrainingRequest
        {
            Algorithm = "Auto", ModelName = "Shop", Source = new InteractionSource { Path = folder.Rows }, Publish = false, Options = Few,
            Split = new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Path = folder.TestRows } },
        };
        var once = TrainingRun.Execute(request, null, SilentObserver.Instance, CancellationToken.None);
        folder.WriteTest(everyThird: 1);
        var other = TrainingRun.Execute(request, null, SilentObserver.Instance, CancellationToken.None);
        Assert.Equal(SearchFolder.Text(once.Trials), SearchFolder.Text(other.Trials));
        Assert.NotEqual(once.Metrics[0], other.Metrics[0]);
    }

    [Theory]
    [InlineData("Beauty", 60, "Auto", "MetricUnknown")]
    [InlineData(null, 0, "Auto", "TimeBudgetOutOfRange")]
    [InlineData("nDCG", 60, "Bias", "MetricUnused")]
    public void Unclear_requests_are_refused(string? metric, int seconds, string algorithm, string errorId)
    {
        using var shop = Shop.WithRatings();
        Assert.Equal(errorId, shop.Fails(Shop.Request(algorithm) with { Metric = metric, TimeBudget = TimeSpan.FromSeconds(seconds) }).ErrorId);
    }
}
