using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>What Optimize-RecModel finds for ImplicitAls on ML-100K in ten minutes, from the space it ships with: searched on the training rows, measured once on the test rows.</summary>
internal sealed class OptimizeBenchmark : ITimedBenchmark
{
    private const string Case = "ml-100k stratified75 ImplicitAls";

    /// <inheritdoc/>
    public string Name => "optimize";

    /// <inheritdoc/>
    public string Summary => "settings found in ten minutes, or the minutes behind the name";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report) => Run(report, TimeSpan.FromMinutes(10));

    /// <inheritdoc/>
    public void Run(BenchmarkReport report, TimeSpan time)
    {
        var request = new SearchRequest
        {
            Training = new TrainingSettings
            {
                Algorithm = "ImplicitAls",
                ModelName = "Best",
                Path = RatingFile.PathOf("ml-100k/stratified75.train.csv"),
                TestPath = RatingFile.PathOf("ml-100k/stratified75.test.csv"),
            },
            TimeBudget = time,
        };
        var result = ModelOptimizer.Search(request, null, new TrialObserver(), CancellationToken.None);
        Console.Error.WriteLine($"{result.Reason} Stopped because {result.StoppedBecause}.");
        report.Add(Case, "seconds", result.Elapsed.TotalSeconds);
        report.Add(Case, "trials", result.Trials.Length);
        report.Add(Case, "nDCG@10 on validation folds", result.ValidationValue);
        report.Add(Case, "nDCG@10 of the defaults", result.DefaultTestMetrics.Single(metric => metric.Name == "nDCG").Value);
        report.AddAtLeast(Case, "nDCG@10", result.TestMetrics.Single(metric => metric.Name == "nDCG").Value, 0.485);
    }
}
