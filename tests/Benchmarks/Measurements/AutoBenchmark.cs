using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>What Invoke-RecTraining -Algorithm Auto chooses and publishes on ML-100K in five minutes.</summary>
internal sealed class AutoBenchmark : ITimedBenchmark
{
    private const string Case = "ml-100k stratified75 Auto";

    /// <inheritdoc/>
    public string Name => "auto";

    /// <inheritdoc/>
    public string Summary => "model chosen in five minutes, or the minutes behind the name";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report) => Run(report, TimeSpan.FromMinutes(5));

    /// <inheritdoc/>
    public void Run(BenchmarkReport report, TimeSpan time)
    {
        using var database = new TemporaryDatabase();
        var request = new TrainingRequest
        {
            Algorithm = "Auto",
            ModelName = "Best",
            Source = new InteractionSource { Path = RatingFile.PathOf("ml-100k/stratified75.train.csv") },
            Split = new SplitRequest { Kind = SplitKind.Given, TestSource = new InteractionSource { Path = RatingFile.PathOf("ml-100k/stratified75.test.csv") } },
            TimeBudget = time,
        };
        var result = TrainingRun.Execute(request, database.Connection, new TrialObserver(), CancellationToken.None);
        Console.Error.WriteLine(result.Choice);
        double Figure(string name) => result.Metrics.First(metric => metric.Name == name).Value;
        report.Add(Case, "seconds, whole run", result.Elapsed.TotalSeconds);
        report.Add(Case, "trials", result.Trials.Length);
        report.Add(Case, "nDCG@10 on validation folds", Figure("ValidationnDCG"));
        report.Add(Case, "nDCG@10 of Popularity", Figure("PopularitynDCG"));
        report.AddAtMost(Case, "p-value against Popularity", Figure("PopularityPValue"), 0.05);
        report.AddAtLeast(Case, "nDCG@10", Figure("nDCG"), 0.480);
    }
}
