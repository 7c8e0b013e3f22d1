using RecTools.Algorithms;
using RecTools.Tests;

namespace RecTools.Benchmarks;

/// <summary>How good content is for films that nobody has rated yet, beside what is popular, and for films that many have rated, beside algorithms that look at others.</summary>
internal sealed class ContentBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "content";

    /// <inheritdoc/>
    public string Summary => "nDCG of ContentBased on films without ratings and with, seconds to fit and to rank, on ML-100K with genres, titles and years";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report) => report.Try("ml-100k", () =>
    {
        var features = MovieFeatures.OfFilms(RatingFile.PathOf("ml-100k/u.item"));
        var ratings = RatingData.Read("ml-100k/u.data");

        // Equal scores go by number, and MovieLens numbers popular films first: in a random order numbers say nothing.
        int[] order = [.. Enumerable.Range(0, ratings.ColumnCount)];
        new SeededRandom(7).Shuffle<int>(order);
        Cold(report, Reordered(ratings, order), FitContext.Default with { Side = new SideData { ItemFeatures = features.Subset(order) } });
        Warm(report, FitContext.Default with { Side = new SideData { ItemFeatures = features } });
    });

    private static SparseMatrix Reordered(SparseMatrix ratings, int[] order)
    {
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        int[] users = [.. Enumerable.Range(0, ratings.RowCount).SelectMany(user => Enumerable.Repeat(user, ratings.CountOf(user)))];
        return SparseMatrix.FromEntries(ratings.RowCount, order.Length, users, Array.ConvertAll(ratings.Column, item => place[item]), ratings.Value);
    }

    // All ratings of a fifth of the films are test rows.
    private static void Cold(BenchmarkReport report, SparseMatrix ratings, FitContext context)
    {
        var split = Splits.Make(ratings, null, SplitKind.ColdItem, 0.2, 42);
        int[] cold = [.. split.Test.CountColumns().Select((rows, item) => (rows, item)).Where(pair => pair.rows > 0).Select(pair => pair.item)];
        var onlyCold = new ListRules { Allowed = cold };
        (string Name, IRecommender Model)[] models =
        [
            ("Popularity", new Popularity().Fit(split.Train, new PopularityOptions(), context)),
            ("ContentBased Cosine", new ContentBased().Fit(split.Train, new ContentBasedOptions { Profile = ContentProfile.Cosine }, context)),
            ("ContentBased Ridge", new ContentBased().Fit(split.Train, new ContentBasedOptions(), context)),
        ];
        foreach (var (name, model) in models)
        {
            report.Add($"ml-100k ColdItem 20 % {name}", "nDCG@10 among all unseen films", Measure(model, split, ListRules.None)["nDCG"]);
            var amongCold = Measure(model, split, onlyCold);
            report.Add($"ml-100k ColdItem 20 % {name}", "nDCG@10 among films without ratings", amongCold["nDCG"]);
            if (model.PredictsRatings)
            {
                report.Add($"ml-100k ColdItem 20 % {name}", "RMSE", amongCold["RMSE"]);
            }
        }

        report.Add("ml-100k ColdItem 20 % Bias", "RMSE", Measure(new Bias().Fit(split.Train, new BiasOptions(), context), split, ListRules.None)["RMSE"]);
    }

    private static void Warm(BenchmarkReport report, FitContext context)
    {
        var data = RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true);
        var options = new ContentBasedOptions { Profile = ContentProfile.Cosine };
        var (seconds, content) = Stopwatches.Time(() => new ContentBased().Fit(data.Train, options, context));
        report.Add("ml-100k stratified75 ContentBased Cosine", "nDCG@10", Measure(content, data, ListRules.None)["nDCG"]);
        report.Add("ml-100k stratified75 ContentBased Cosine", "fit seconds", seconds);
        report.Add("ml-100k stratified75 ContentBased Cosine", "seconds for the top 10 of all users, median", Stopwatches.Repeat(5, () => TopItemsForUsers.Select(content, data.Train, 0, content.UserCount, 10, new Workers())).Median);
        report.Add("ml-100k stratified75 Popularity", "nDCG@10", Measure(new Popularity().Fit(data.Train, new PopularityOptions(), context), data, ListRules.None)["nDCG"]);
        report.Add("ml-100k stratified75 ImplicitAls", "nDCG@10", Measure(new ImplicitAls().Fit(data.Train, new ImplicitAlsOptions(), context), data, ListRules.None)["nDCG"]);
        var fold = RatingData.Read("ml-100k/u1.base", "ml-100k/u1.test");
        report.Add("ml-100k u1 ContentBased Ridge", "RMSE", Measure(new ContentBased().Fit(fold.Train, new ContentBasedOptions(), context), fold, ListRules.None)["RMSE"]);
        report.Add("ml-100k u1 Bias", "RMSE", Measure(new Bias().Fit(fold.Train, new BiasOptions(), context), fold, ListRules.None)["RMSE"]);
    }

    private static Dictionary<string, double> Measure(IRecommender model, TrainTest data, ListRules lists) =>
        Evaluator.Evaluate(model, data.Train, data.Test, 10, new EvaluationOptions { Resamples = 0, Lists = lists }, new Workers(), 42)
            .ToDictionary(metric => metric.Name, metric => metric.Value);
}
