using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>What item vectors of a part add to a blend by way of <see cref="ContentBased"/>, on rows held back within the training rows of ML-100K.</summary>
internal sealed class HybridVectorsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "hybrid-vectors";

    /// <inheritdoc/>
    public string Summary => "nDCG of Hybrid with and without VectorsFrom, within the training rows of ML-100K";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report) => report.Try("ml-100k stratified75 train", () =>
    {
        var train = RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true).Train;
        var data = Splits.Make(train, null, SplitKind.RandomUser, 0.2, 42);
        foreach (var name in new[] { "ImplicitAls", "Embedding" })
        {
            Measure(report, data, new HybridOptions { Parts = [name] });
            Measure(report, data, new HybridOptions { Parts = [name, "ContentBased"], VectorsFrom = [name] });
            Measure(report, data, new HybridOptions { Parts = ["Ease", "ItemKnn", name] });
            Measure(report, data, new HybridOptions { Parts = ["Ease", "ItemKnn", name, "ContentBased"], VectorsFrom = [name] });
        }
    });

    private static void Measure(BenchmarkReport report, TrainTest data, HybridOptions options)
    {
        var ofCase = $"ml-100k stratified75 train 80/20, {string.Join(" + ", options.Parts)}";
        var model = new Hybrid().Fit(data.Train, options, FitContext.Default);
        report.Add(ofCase, "nDCG@10", AccuracyBenchmark.Measure(model, data)["nDCG"]);
        HybridBenchmark.Weights(report, ofCase, model);
    }
}
