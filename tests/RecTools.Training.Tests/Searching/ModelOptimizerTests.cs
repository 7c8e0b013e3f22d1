using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A search tries settings on training rows alone, tells what it found, and gives a job file that runs.</summary>
public class ModelOptimizerTests
{
    [Fact]
    public void First_come_the_defaults_and_the_best_of_all_folds_is_taken()
    {
        using var folder = new SearchFolder();
        var result = SearchFolder.Search(folder.Request(trials: 12));
        Assert.Equal(12, result.Trials.Length);
        Assert.Empty(result.Trials[0].Options);
        Assert.Equal(3, result.Trials[0].FoldValues.Length);
        Assert.Equal("-MaxTrials 12 were made", result.StoppedBecause);
        var chosen = result.Trials.First(trial => ReferenceEquals(trial.Options, result.Options));
        Assert.Equal((TrialStatus.Finished, result.ValidationValue), (chosen.Status, chosen.Value));
        Assert.True(result.ValidationValue >= result.DefaultValidationValue);
        Assert.Contains(result.TestMetrics, metric => metric is { Name: "nDCG", Split: "Holdout", Lower: not null });
        Assert.Equal(result.PValue is null, chosen.Number == 1);
    }

    [Fact]
    public void The_same_request_gives_the_same_trials_at_any_number_of_threads_and_another_seed_gives_others()
    {
        using var folder = new SearchFolder();
        var request = folder.Request(trials: 10);
        var once = SearchFolder.Search(request);
        var again = SearchFolder.Search(request with { Training = request.Training with { Threads = 1 } });
        Assert.Equal(SearchFolder.Text(once.Trials), SearchFolder.Text(again.Trials));
        Assert.Equal(once.TestMetrics, again.TestMetrics);
        var other = SearchFolder.Search(request with { Training = request.Training with { Seed = 7 } });
        Assert.NotEqual(SearchFolder.Text(once.Trials), SearchFolder.Text(other.Trials));
    }

    [Fact]
    public void Test_rows_change_nothing_but_the_last_figures()
    {
        using var folder = new SearchFolder();
        var request = folder.Request(trials: 8);
        request = request with { Training = request.Training with { TestPath = folder.TestRows } };
        var once = SearchFolder.Search(request);
        folder.WriteTest(everyThird: 1);
        var other = SearchFolder.Search(request);
        Assert.Equal(SearchFolder.Text(once.Trials), SearchFolder.Text(other.Trials));
        Assert.Equal(once.Options, other.Options);
        Assert.NotEqual(once.TestMetrics, other.TestMetrics);
    }

    [Fact]
    public void The_job_file_trains_with_the_settings_found()
    {
        using var folder = new SearchFolder();
        var result = SearchFolder.Search(folder.Request() with { OutFile = folder.Job, Space = new Dictionary<string, object?> { ["Factors"] = new object[] { 2, 3, 4 } } });
        Assert.Equal(folder.Job, result.ConfigPath);
        var settings = JobFile.Read(folder.Job);
        Assert.Equal(("ImplicitAls", "Best", folder.Rows), (settings.Algorithm, settings.ModelName, settings.Path));
        var request = settings.ToRequest() with { Publish = false };
        var run = TrainingRun.Execute(request, null, SilentObserver.Instance, CancellationToken.None);
        Assert.All(result.Options, pair => Assert.Equal(Convert.ToDouble(pair.Value, null), Convert.ToDouble(run.Options[pair.Key], null)));
        Assert.Equal(result.TestMetrics.Single(metric => metric.Name == "nDCG"), run.Metrics.Single(metric => metric.Name == "nDCG"));
        Assert.Equal("FileExists", Assert.Throws<RecException>(() => SearchFolder.Search(folder.Request() with { OutFile = folder.Job })).ErrorId);
    }

    [Fact]
    public void Errors_of_ratings_are_made_small_and_open_settings_are_decided_for_them()
    {
        using var folder = new SearchFolder();
        var ratings = SearchFolder.Search(folder.Request("ItemKnn") with { Metric = "rmse" });
        Assert.Equal("RMSE", ratings.Metric);
        Assert.Equal("BaselineCentered", ratings.Trials[0].Options["Similarity"]);
        Assert.Equal(ratings.Trials.Where(trial => trial.Status == TrialStatus.Finished).Min(trial => trial.Value), Best(ratings));
        var lists = SearchFolder.Search(folder.Request("ItemKnn"));
        Assert.Equal("Bm25", lists.Trials[0].Options["Similarity"]);

        static double? Best(SearchResult result) => result.Trials.Where(trial => trial.Status == TrialStatus.Finished).OrderBy(trial => trial.Value).First().Value;
    }

    [Fact]
    public void Settings_held_stay_and_a_space_given_takes_the_place_of_the_shipped_one()
    {
        using var folder = new SearchFolder();
        var request = folder.Request() with
        {
            Space = new Dictionary<string, object?>
            {
                ["factors"] = new object[] { 2, 4 },
                ["Regularization"] = new System.Collections.Hashtable { ["Min"] = 0.01, ["Max"] = 0.1, ["Log"] = true },
            },
        };
        request = request with { Training = request.Training with { Option = new Dictionary<string, object?> { ["Sweeps"] = 3 } } };
        var result = SearchFolder.Search(request);
        Assert.All(result.Trials, trial => Assert.Equal(3, trial.Options["Sweeps"]));
        Assert.All(result.Trials.Skip(1), trial =>
        {
            Assert.Contains(trial.Options["Factors"], new object[] { 2, 4 });
            Assert.InRange((double)trial.Options["Regularization"]!, 0.01, 0.1);
            Assert.DoesNotContain("UnobservedWeight", trial.Options.Keys);
        });
    }

    [Fact]
    public void A_space_whose_every_setting_was_tried_ends_the_search()
    {
        using var folder = new SearchFolder();
        var result = SearchFolder.Search(folder.Request("Popularity", trials: 50));
        Assert.Equal(2, result.Trials.Length);
        Assert.Equal("every setting of the space was tried", result.StoppedBecause);
    }

    [Fact]
    public void Settings_that_fail_are_told_and_passed_over()
    {
        using var folder = new SearchFolder();
        var request = folder.Request("Ease") with { Space = new Dictionary<string, object?> { ["Regularization"] = new object[] { 50, 100 } } };
        var error = Assert.Throws<RecException>(() => SearchFolder.Search(request with { Training = request.Training with { MemoryLimit = 30_000 } }));
        Assert.Contains(error.ErrorId, new[] { "AllTrialsFailed", "MemoryLimitExceeded" });
    }

    [Fact]
    public void Time_bounds_the_search_within_a_fit()
    {
        using var folder = new SearchFolder();
        var request = folder.Request("ImplicitAls") with { MaxTrials = null, TimeBudget = TimeSpan.FromSeconds(2) };
        var result = SearchFolder.Search(request with { Training = request.Training with { Option = new Dictionary<string, object?> { ["Factors"] = 4 } } });
        Assert.StartsWith("the time budget", result.StoppedBecause, StringComparison.Ordinal);
        Assert.True(result.Trials.Length > 1);
        var longest = request with
        {
            Training = request.Training with { Option = new Dictionary<string, object?> { ["Factors"] = 2000, ["Sweeps"] = 1000 } }, TimeBudget = TimeSpan.FromSeconds(1),
        };
        Assert.Equal("TimeBudgetTooShort", Assert.Throws<RecException>(() => SearchFolder.Search(longest)).ErrorId);
    }

    [Theory]
    [InlineData("Nothing", "AlgorithmUnknown")]
    [InlineData("KMeans", "NotARecommender")]
    [InlineData("Auto", "NotARecommender")]
    [InlineData("Hybrid", "SpaceEmpty")]
    public void Algorithms_without_settings_to_search_are_refused(string algorithm, string errorId)
    {
        using var folder = new SearchFolder();
        Assert.Equal(errorId, Assert.Throws<RecException>(() => SearchFolder.Search(folder.Request(algorithm))).ErrorId);
    }

    public static TheoryData<string, SearchRequest> BadRequests => new()
    {
        { "TimeBudgetOutOfRange", new SearchRequest { Training = new TrainingSettings(), TimeBudget = TimeSpan.FromTicks(10) } },
        { "MaxTrialsOutOfRange", new SearchRequest { Training = new TrainingSettings(), MaxTrials = 0 } },
        { "FoldsOutOfRange", new SearchRequest { Training = new TrainingSettings(), Folds = 1 } },
        { "MetricUnknown", new SearchRequest { Training = new TrainingSettings(), Metric = "Beauty" } },
        { "SpaceUnclear", WithSpace("Factors", Array.Empty<object>()) },
        { "SpaceUnclear", WithSpace("Factors", new System.Collections.Hashtable { ["Min"] = 4 }) },
        { "SpaceUnclear", WithSpace("Factors", new System.Collections.Hashtable { ["Min"] = 4, ["Max"] = 2 }) },
        { "SpaceUnclear", WithSpace("Regularization", new System.Collections.Hashtable { ["Min"] = 0, ["Max"] = 2, ["Log"] = true }) },
        { "SpaceUnclear", WithSpace("Solver", new System.Collections.Hashtable { ["Min"] = 0, ["Max"] = 2 }) },
        { "OptionRange", WithSpace("Factors", new object[] { 0, 16 }) },
        { "OptionUnknown", WithSpace("Factor", new object[] { 16 }) },
        { "SpaceAndOption", WithSpace("Sweeps", new object[] { 16 }) },
        { "SplitNeeded", new SearchRequest { Training = new TrainingSettings { Split = SplitKind.None } } },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public void Unclear_requests_are_refused_before_any_work(string errorId, SearchRequest request)
    {
        using var folder = new SearchFolder();
        var training = request.Training with
        {
            Algorithm = "ImplicitAls", ModelName = "Best", Path = folder.Rows, Option = new Dictionary<string, object?> { ["Sweeps"] = 3 },
        };
        var error = Assert.Throws<RecException>(() => SearchFolder.Search(request with { Training = training }));
        Assert.Equal((errorId, RecErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.NotEmpty(error.Action);
    }

    private static SearchRequest WithSpace(string name, object values) => new() { Training = new TrainingSettings(), Space = new Dictionary<string, object?> { [name] = values } };
}
