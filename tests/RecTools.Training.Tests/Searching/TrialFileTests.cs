namespace RecTools.Tests;

/// <summary>A search that was interrupted goes on as if it had not been.</summary>
public class TrialFileTests
{
    [Fact]
    public void Resumed_in_the_middle_of_a_line_it_makes_the_trials_that_it_would_have_made()
    {
        using var folder = new SearchFolder();
        var whole = SearchFolder.Search(folder.Request(trials: 14));
        var part = SearchFolder.Search(folder.Request(trials: 6) with { TrialPath = folder.Trials });
        Assert.Equal(SearchFolder.Text(whole.Trials.Take(6)), SearchFolder.Text(part.Trials));

        // As when the process is killed while it writes.
        File.AppendAllText(folder.Trials, """{"Number":7,"Algorithm":"Impl""");
        var resumed = SearchFolder.Search(folder.Request(trials: 14) with { TrialPath = folder.Trials });
        Assert.Equal(SearchFolder.Text(whole.Trials), SearchFolder.Text(resumed.Trials));
        Assert.Equal(15, File.ReadAllLines(folder.Trials).Length);
        Assert.Equal(whole.TestMetrics, resumed.TestMetrics);
        Assert.Equal(whole.Reason, resumed.Reason);

        // With all of its trials made, nothing is tried again.
        Assert.Equal(SearchFolder.Text(whole.Trials), SearchFolder.Text(SearchFolder.Search(folder.Request(trials: 14) with { TrialPath = folder.Trials }).Trials));
    }

    [Fact]
    public void Cancelled_it_keeps_its_trials_and_writes_the_best_so_far()
    {
        using var folder = new SearchFolder();
        using var cancellation = new CancellationTokenSource();
        var request = folder.Request(trials: 1000) with { TrialPath = folder.Trials, OutFile = folder.Job };
        var error = Assert.Throws<RecException>(() => SearchFolder.Search(request, new StopAfter(5, cancellation), cancellation.Token));
        Assert.Equal(("SearchCancelled", RecErrorKind.Cancelled), (error.ErrorId, error.Kind));
        Assert.Contains("nDCG", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Job));
        var kept = File.ReadAllLines(folder.Trials).Length - 1;
        Assert.InRange(kept, 5, 6);
        var resumed = SearchFolder.Search(folder.Request(trials: 8) with { TrialPath = folder.Trials });
        Assert.Equal(SearchFolder.Text(SearchFolder.Search(folder.Request(trials: 8)).Trials), SearchFolder.Text(resumed.Trials));
    }

    [Fact]
    public void Trials_of_another_search_are_refused_with_what_differs()
    {
        using var folder = new SearchFolder();
        SearchFolder.Search(folder.Request(trials: 2) with { TrialPath = folder.Trials });
        string Refused(SearchRequest request)
        {
            var error = Assert.Throws<RecException>(() => SearchFolder.Search(request with { TrialPath = folder.Trials }));
            Assert.Equal("TrialFileOther", error.ErrorId);
            return error.Message;
        }

        var request = folder.Request(trials: 2);
        Assert.Contains("the metric was nDCG and is MAP", Refused(request with { Metric = "MAP" }), StringComparison.Ordinal);
        Assert.Contains("-Folds was 3 and is 4", Refused(request with { Folds = 4 }), StringComparison.Ordinal);
        Assert.Contains("-Seed was 42 and is 1", Refused(request with { Training = request.Training with { Seed = 1 } }), StringComparison.Ordinal);
        Assert.Contains("the space was", Refused(request with { Space = new Dictionary<string, object?> { ["Factors"] = new object[] { 2, 3 } } }), StringComparison.Ordinal);
        File.AppendAllText(folder.Rows, "1,29,5\n2,29,5\n3,29,5\n4,29,5\n");
        Assert.Contains("the training rows", Refused(request), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_as_it_is()
    {
        using var folder = new SearchFolder();
        var error = Assert.Throws<RecException>(() => SearchFolder.Search(folder.Request(trials: 2) with { TrialPath = folder.Rows }));
        Assert.Equal("TrialFileUnreadable", error.ErrorId);
        Assert.StartsWith("UserId", File.ReadAllText(folder.Rows), StringComparison.Ordinal);
    }

    // Cancels once some trials have ended.
    private sealed class StopAfter(int trials, CancellationTokenSource cancellation) : IRunObserver
    {
        private int ended;

        public void Progress(string stage, long done, long total)
        {
        }

        public void Verbose(string message)
        {
            if (message.StartsWith("Trial", StringComparison.Ordinal) && ++ended == trials)
            {
                cancellation.Cancel();
            }
        }

        public void Warning(string message)
        {
        }

        public void Step(TrainingStep step)
        {
        }
    }
}
