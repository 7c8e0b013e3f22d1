using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time to rank all items for all users.</summary>
internal sealed class TopItemsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "topk";

    /// <inheritdoc/>
    public string Summary => "seconds for the top 10 of all ML-1M users";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var ratings = RatingData.Read("ml-1m/ratings.csv.gz", asOnes: true);
        foreach (var algorithm in AlgorithmCatalog.Recommenders)
        {
            var model = algorithm.Fit(ratings, Activator.CreateInstance(algorithm.OptionsType)!, FitContext.Default);
            var ofCase = $"ml-1m top 10 {algorithm.Name}";
            var factors = algorithm is Als or ImplicitAls ? ((IVectorModel)model).ItemVector(0).Length : 0;
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                var workers = new Workers(threads);
                var (best, median) = Stopwatches.Repeat(5, () => TopItemsForUsers.Select(model, ratings, 0, model.UserCount, 10, workers));
                report.Add(ofCase, $"seconds, {threads} threads, best", best);
                report.Add(ofCase, $"seconds, {threads} threads, median", median);
                if (factors > 0)
                {
                    var gigaflops = Operations.OfScores(model.UserCount, model.ItemCount, factors) / best / 1e9;
                    report.Add(ofCase, $"GFLOP/s of the scores, {threads} threads", gigaflops);
                    report.Add(ofCase, $"share of the measured peak, {threads} threads", gigaflops * Environment.ProcessorCount / threads / MachinePeak.OfThisMachine.Gigaflops);
                }
            }
        }
    }
}
