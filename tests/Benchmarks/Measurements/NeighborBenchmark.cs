using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time to find neighbours and to rank all items for all users with them, and how good they are.</summary>
internal sealed class NeighborBenchmark : IBenchmark
{
    private const double AskedSeconds = 0.5;

    /// <inheritdoc/>
    public string Name => "knn";

    /// <inheritdoc/>
    public string Summary => "seconds to fit ItemKnn and UserKnn on ML-1M and for the top 10 of all its users; RMSE and nDCG on MovieLens";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("ml-1m random80", () =>
        {
            var data = RatingData.Read("ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz", asOnes: true);
            var item = new ItemKnn();
            Measure(report, "ItemKnn Cosine", data, item, new ItemKnnOptions { Similarity = NeighborSimilarity.Cosine }, 0.3139);
            Measure(report, "ItemKnn TfIdf", data, item, new ItemKnnOptions { Similarity = NeighborSimilarity.TfIdf }, null);
            Measure(report, "ItemKnn Bm25", data, item, new ItemKnnOptions(), 0.3548);
            Measure(report, "UserKnn TfIdf", data, new UserKnn(), new UserKnnOptions(), null);
        });
        RatingErrors(report, new ItemKnn(), new ItemKnnOptions(), 0.915);
        RatingErrors(report, new UserKnn(), new UserKnnOptions(), 0.930);
    }

    private static void Measure(
        BenchmarkReport report, string name, TrainTest data, IRecommenderAlgorithm algorithm, object options, double? askedQuality)
    {
        var ofCase = $"ml-1m random80 {name}";
        var model = algorithm.Fit(data.Train, options, FitContext.Default);
        var (_, fit) = Stopwatches.Repeat(5, () => algorithm.Fit(data.Train, options, FitContext.Default));
        var (_, top) = Stopwatches.Repeat(5, () => TopItemsForUsers.Select(model, data.Train, 0, model.UserCount, 10, new Workers()));
        Add(report, ofCase, "fit seconds, median", fit, askedQuality is null ? null : AskedSeconds);
        Add(report, ofCase, "seconds for the top 10 of all users, median", top, askedQuality is null ? null : AskedSeconds);
        var quality = AccuracyBenchmark.Measure(model, data)["nDCG"];
        if (askedQuality is { } asked)
        {
            report.AddAtLeast(ofCase, "nDCG@10", quality, asked);
        }
        else
        {
            report.Add(ofCase, "nDCG@10", quality);
        }
    }

    private static void Add(BenchmarkReport report, string ofCase, string metric, double seconds, double? asked)
    {
        if (asked is { } most)
        {
            report.AddAtMost(ofCase, metric, seconds, most);
        }
        else
        {
            report.Add(ofCase, metric, seconds);
        }
    }

    private static void RatingErrors(BenchmarkReport report, IRecommenderAlgorithm algorithm, object options, double asked) =>
        AccuracyBenchmark.RatingErrors(report, algorithm.Name, (train, settings, context) => algorithm.Fit(train, settings, context), options, asked);
}
