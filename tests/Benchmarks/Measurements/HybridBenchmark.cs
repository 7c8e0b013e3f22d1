using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>How good blends are beside their parts, with weights learned on rows held back within the training rows.</summary>
internal sealed class HybridBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "hybrid";

    /// <inheritdoc/>
    public string Summary => "RMSE and nDCG of Hybrid beside its parts on ML-100K, with the weights that it learned";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        AccuracyBenchmark.RatingErrors(report, "Hybrid, features", AccuracyBenchmark.WithFeatures<HybridOptions>(Fit(report)), new HybridOptions(), 0.895);
        report.Try("ml-100k stratified75", () =>
        {
            var data = RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true);
            var (seconds, model) = Stopwatches.Time(() => new Hybrid().Fit(data.Train, new HybridOptions(), FitContext.Default));
            Weights(report, "ml-100k stratified75 Hybrid", model);
            report.AddAtLeast("ml-100k stratified75 Hybrid", "nDCG@10", AccuracyBenchmark.Measure(model, data)["nDCG"], 0.490);
            report.Add("ml-100k stratified75 Hybrid", "fit seconds", seconds);
        });
    }

    private static Func<SparseMatrix, HybridOptions, FitContext, IRecommender> Fit(BenchmarkReport report) => (rows, options, context) =>
    {
        var model = new Hybrid().Fit(rows, options, context);
        Weights(report, "ml-100k Hybrid, a fold", model);
        return model;
    };

    private static void Weights(BenchmarkReport report, string ofCase, IRecommender model)
    {
        foreach (var (name, value) in ((IFitFacts)model).Facts)
        {
            report.Add(ofCase, name, value);
        }
    }
}
