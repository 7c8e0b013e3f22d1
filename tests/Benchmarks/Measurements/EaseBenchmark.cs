using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time to fit EASE and to rank all items for all users, part by part, and how good it is.</summary>
internal sealed class EaseBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "ease";

    /// <inheritdoc/>
    public string Summary => "seconds to fit Ease on ML-1M and for the top 10 of all its users; the speed of its inverse; nDCG on MovieLens";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("ml-100k stratified75", () => Measure(
            report, "ml-100k stratified75 Ease", RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true), 0.4841));
        report.Try("ml-1m random80", () =>
        {
            var data = RatingData.Read("ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz", asOnes: true);
            Measure(report, "ml-1m random80 Ease", data, 0.40);
            MeasureParts(report, data.Train);
        });
    }

    private static void Measure(BenchmarkReport report, string ofCase, TrainTest data, double askedQuality)
    {
        var model = new Ease().Fit(data.Train, new EaseOptions(), FitContext.Default);
        report.Add(ofCase, "fit seconds, median", Stopwatches.Repeat(3, () => new Ease().Fit(data.Train, new EaseOptions(), FitContext.Default)).Median);
        var (_, top) = Stopwatches.Repeat(5, () => TopItemsForUsers.Select(model, data.Train, 0, model.UserCount, 10, new Workers()));
        report.Add(ofCase, "seconds for the top 10 of all users, median", top);
        report.AddAtLeast(ofCase, "nDCG@10", AccuracyBenchmark.Measure(model, data)["nDCG"], askedQuality);
    }

    private static void MeasureParts(BenchmarkReport report, SparseMatrix train)
    {
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var ofCase = $"ml-1m Ease, {threads} threads";
            var context = FitContext.Default with { Workers = new Workers(threads) };
            report.Add(ofCase, "seconds for X'X", Stopwatches.Repeat(3, () => ItemGram.Make(train, 300, context.Workers)).Median);
            var seconds = Enumerable.Range(0, 3).Select(_ =>
            {
                var matrix = ItemGram.Make(train, 300, context.Workers);
                return Stopwatches.Time(() => SymmetricInverse.InvertNegated(matrix, context)).Seconds;
            }).Min();
            report.Add(ofCase, "seconds for the inverse, best", seconds);
            report.Add(ofCase, "thousand million operations a second of the inverse", SymmetricInverse.OperationsFor(train.ColumnCount) / seconds / 1e9);
        }
    }
}
