namespace RecTools.Tests;

/// <summary>Searches of settings, and a run that chooses its algorithm, in the real engine.</summary>
public class OptimizeRecModelTests
{
    private const string Search = "Optimize-RecModel ImplicitAls -Table Rating -Space @{ Factors = 4, 8, 16 } -Fixed @{ Sweeps = 5 } -Folds 2";

    [Fact]
    public void Settings_are_found_kept_and_trained_with()
    {
        using var session = Session.WithModel();
        var (trials, job) = (Path.Combine(session.Folder, "trials.jsonl"), Path.Combine(session.Folder, "best.job.json"));
        var result = (SearchResult)Assert.Single(session.Run($"{Search} -MaxTrials 3 -TrialPath '{trials}' -OutFile '{job}' -Verbose")).BaseObject;
        Assert.Equal(3, result.Trials.Length);
        Assert.All(result.Trials, trial => Assert.Equal(5, trial.Options["Sweeps"]));
        Assert.Contains(session.Streams.Verbose, line => line.Message.StartsWith("Trial 3: ImplicitAls(", StringComparison.Ordinal));
        Assert.Contains(session.Streams.Progress, progress => progress.StatusDescription.Contains("best so far nDCG", StringComparison.Ordinal));
        Assert.Equal(4, File.ReadAllLines(trials).Length);
        var run = (TrainingResult)Assert.Single(session.Run($"Invoke-RecTraining -ConfigPath '{job}'")).BaseObject;
        Assert.Equal(("ImplicitAls", "ImplicitAls"), (run.Algorithm, run.ModelName));
        Assert.Equal(result.TestMetrics.Single(metric => metric.Name == "nDCG"), run.Metrics.Single(metric => metric.Name == "nDCG"));
    }

    [Fact]
    public void What_would_be_written_is_only_told_with_WhatIf()
    {
        using var session = Session.WithModel();
        var job = Path.Combine(session.Folder, "best.job.json");
        Assert.Empty(session.Run($"{Search} -OutFile '{job}' -WhatIf"));
        Assert.False(File.Exists(job));
    }

    [Theory]
    [InlineData("-Space @{ Factors = @() }", "SpaceUnclear")]
    [InlineData("-Space @{ Factors = @{ Min = 4 } }", "SpaceUnclear")]
    [InlineData("-Space @{ Factor = 4, 8 }", "OptionUnknown")]
    [InlineData("-TimeBudget 10", "TimeBudgetOutOfRange")]
    [InlineData("-MaxTrials 0", "MaxTrialsOutOfRange")]
    [InlineData("-Metric Beauty", "MetricUnknown")]
    [InlineData("-Metric RMSE -MaxTrials 1", "MetricUnmeasured")]
    public void Errors_have_an_id_and_say_what_to_do(string arguments, string errorId)
    {
        using var session = Session.WithModel();
        var error = session.Fail($"Optimize-RecModel ImplicitAls -Table Rating {arguments}");
        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Auto_publishes_the_winner_and_says_why()
    {
        using var session = Session.WithModel();
        var run = (TrainingResult)Assert.Single(session.Run(
            "Invoke-RecTraining Auto Best -Table Rating -TimeBudget 00:02:00 -Option @{ Algorithms = 'Popularity', 'Bias', 'ItemKnn'; MaxTrials = 5; Folds = 2 }")).BaseObject;
        Assert.Contains($"{run.Algorithm} was taken: nDCG", run.Choice, StringComparison.Ordinal);
        Assert.Equal(run.Algorithm, session.Run("(Get-RecModel Best).Algorithm").Single().BaseObject);
        Assert.Equal(run.Algorithm, session.Run("(Get-RecRun -Last 1).Algorithm").Single().BaseObject);
        Assert.NotEmpty(session.Run("Get-RecRecommendation Best 1"));
    }
}
