using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Seconds of an epoch of the embedding network, how near it comes to what the processor can do, and how good its models are.</summary>
internal sealed class EmbeddingBenchmark : IBenchmark
{
    private const int Epochs = 5;

    /// <inheritdoc/>
    public string Name => "embedding";

    /// <inheritdoc/>
    public string Summary => "seconds of an epoch of Embedding on ML-1M beside the processor's peak; RMSE, nDCG and distinct lists on MovieLens";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("ml-1m", () =>
        {
            var ratings = RatingData.Read("ml-1m/ratings.csv.gz");
            var peak = PeakOfProducts(Environment.ProcessorCount);
            report.Add("matrix products from a near cache", "thousand million operations a second", peak);
            MeasureEpoch(report, ratings, "ml-1m, 64 wide, layer of 64, batches of 1024", new() { BatchSize = 1024 }, 6, peak);
            MeasureEpoch(report, ratings, "ml-1m, 64 wide, layer of 32, batches of 4096", new() { Layers = [32], BatchSize = 4096 }, 0.389, peak);
        });
        AccuracyBenchmark.RatingErrors(report, "Embedding", new Embedding().Fit, new EmbeddingOptions(), 0.935);
        report.Try("ml-100k stratified75", () =>
        {
            var data = RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true);
            var (seconds, model) = Stopwatches.Time(() => new Embedding().Fit(data.Train, new EmbeddingOptions { Aim = EmbeddingAim.Implicit }, FitContext.Default));
            report.Add("ml-100k stratified75 Embedding", "fit seconds", seconds);
            report.AddAtLeast("ml-100k stratified75 Embedding", "nDCG@10", AccuracyBenchmark.Measure(model, data)["nDCG"], 0.42);
        });
        report.Try("ml-1m random80", () =>
        {
            var data = RatingData.Read("ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz");
            var (seconds, model) = Stopwatches.Time(() => new Embedding().Fit(data.Train, new EmbeddingOptions(), FitContext.Default));
            report.Add("ml-1m random80 Embedding", "fit seconds", seconds);
            report.Add("ml-1m random80 Embedding", "RMSE", AccuracyBenchmark.Measure(model, data)["RMSE"]);
            report.AddAtMost("ml-1m random80 Embedding", "share of users with the commonest list of 10", ShareOfCommonestList(model, data.Train), 0.01);
        });
    }

    private static void MeasureEpoch(BenchmarkReport report, SparseMatrix ratings, string ofCase, EmbeddingOptions options, double asked, double peak)
    {
        var steps = new StepTimes();
        new Embedding().Fit(
            ratings, options with { Epochs = Epochs, ValidationShare = 0 }, FitContext.Default with { Observer = steps });
        var seconds = steps.Seconds.Order().ElementAt(Epochs / 2);
        var shape = new NetworkShape(options.Width / 2, options.Layers, options.DotProduct);
        var operations = shape.OperationsOfExample * ratings.EntryCount / seconds / 1e9;
        report.AddAtMost(ofCase, "seconds of an epoch, median", seconds, asked);
        report.Add(ofCase, "thousand million operations a second", operations);
        report.Add(ofCase, "share of the peak", operations / peak);
    }

    /// <summary>What the product of matrices alone reaches on all threads.</summary>
    private static unsafe double PeakOfProducts(int threads)
    {
        const int Side = 64;
        const int Rounds = 20_000;
        var best = 0.0;
        for (var run = 0; run < 5; run++)
        {
            var (seconds, _) = Stopwatches.Time(() =>
            {
                new Workers(threads).ForEachPiece(threads, 1, (_, _) =>
                {
                    var (left, right, to) = (new AlignedBuffer(Side * Side), new AlignedBuffer(Side * Side), new AlignedBuffer(Side * Side));
                    for (var round = 0; round < Rounds; round++)
                    {
                        MatrixProduct.Write(left.Start, Side, 1, right.Start, to.Start, Side, Side, Side);
                    }
                });
                return 0;
            });
            best = Math.Max(best, 2.0 * Side * Side * Side * Rounds * threads / seconds / 1e9);
        }

        return best;
    }

    private static double ShareOfCommonestList(IRecommender model, SparseMatrix train)
    {
        var lists = TopItemsForUsers.Select(model, train, 0, model.UserCount, 10, new Workers());
        var commonest = Enumerable.Range(0, model.UserCount)
            .GroupBy(user => string.Join(' ', lists.Of(user).ToArray().Select(entry => entry.Item)))
            .Max(group => group.Count());
        return (double)commonest / model.UserCount;
    }

    /// <summary>Keeps the seconds of the epochs.</summary>
    private sealed class StepTimes : IRunObserver
    {
        public List<double> Seconds { get; } = [];

        public void Progress(string stage, long done, long total)
        {
        }

        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }

        public void Step(TrainingStep step) => Seconds.Add(step.Seconds);
    }
}
