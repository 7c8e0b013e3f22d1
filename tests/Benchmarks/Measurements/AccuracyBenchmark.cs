using RecTools.Algorithms;
using RecTools.Tests;

namespace RecTools.Benchmarks;

/// <summary>The quality of every algorithm on the rows that published figures were measured on.</summary>
internal sealed class AccuracyBenchmark : IBenchmark
{
    private const int K = 10;

    /// <inheritdoc/>
    public string Name => "accuracy";

    /// <inheritdoc/>
    public string Summary => "figures asked for and measured on MovieLens";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        RatingErrors(report, "Bias", new Bias().Fit, new BiasOptions(), 0.945);
        RatingErrors(report, "Als", new Als().Fit, new AlsOptions(), 0.920);
        RatingErrors(report, "BayesianFactorization", new BayesianFactorization().Fit, new BayesianFactorizationOptions(), 0.905);
        RatingErrors(report, "BayesianFactorization, features", WithFeatures<BayesianFactorizationOptions>(new BayesianFactorization().Fit), new BayesianFactorizationOptions(), 0.900);
        Ranking(report, "ml-100k stratified75", "ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", new ImplicitAlsOptions(), 0.480, null);
        Ranking(report, "ml-1m random80", "ml-1m/random80.train.csv.gz", "ml-1m/random80.test.csv.gz", LikeImplicit, 0.3900, 2.9);
    }

    /// <summary>The settings of benfred/implicit's own benchmark: every pair that has no row counts as much as one that has.</summary>
    public static ImplicitAlsOptions LikeImplicit { get; } =
        new() { Factors = 64, Sweeps = 15, Alpha = 1, UnobservedWeight = 1, Regularization = 0.01, RegularizationExponent = 0 };

    private static void Ranking(
        BenchmarkReport report, string data, string train, string test, ImplicitAlsOptions options, double asked, double? askedSeconds)
    {
        var ofCase = $"{data} ImplicitAls";
        report.Try(ofCase, () =>
        {
            var rows = RatingData.Read(train, test, asOnes: true);
            var (seconds, model) = Stopwatches.Time(() => new ImplicitAls().Fit(rows.Train, options, FitContext.Default));
            report.AddAtLeast(ofCase, "nDCG@10", Measure(model, rows)["nDCG"], asked);
            if (askedSeconds is { } most)
            {
                report.AddAtMost(ofCase, "fit seconds", seconds, most);
            }
        });
    }

    /// <summary>Adds the mean error over the five folds of MovieLens 100K.</summary>
    public static void RatingErrors<TOptions>(
        BenchmarkReport report, string name, Func<SparseMatrix, TOptions, FitContext, IRecommender> fit, TOptions options, double? asked = null)
    {
        var ofCase = $"ml-100k u1..u5 {name}";
        report.Try(ofCase, () =>
        {
            double errors = 0, seconds = 0;
            for (var fold = 1; fold <= 5; fold++)
            {
                var data = RatingData.Read($"ml-100k/u{fold}.base", $"ml-100k/u{fold}.test");
                var (fitSeconds, model) = Stopwatches.Time(() => fit(data.Train, options, FitContext.Default));
                seconds += fitSeconds;
                errors += Measure(model, data)["RMSE"];
            }

            if (asked is { } most)
            {
                report.AddAtMost(ofCase, "RMSE", errors / 5, most);
            }
            else
            {
                report.Add(ofCase, "RMSE", errors / 5);
            }

            report.Add(ofCase, "fit seconds, 5 folds", seconds);
        });
    }

    /// <summary>A fit that knows what describes the films and users of MovieLens 100K.</summary>
    public static Func<SparseMatrix, TOptions, FitContext, IRecommender> WithFeatures<TOptions>(Func<SparseMatrix, TOptions, FitContext, IRecommender> fit)
    {
        var side = new Lazy<SideData>(() => new SideData
        {
            ItemFeatures = MovieFeatures.OfFilms(RatingFile.PathOf("ml-100k/u.item")),
            UserFeatures = MovieFeatures.OfUsers(RatingFile.PathOf("ml-100k/u.user")),
            Feedback = FeedbackKind.Explicit,
        });
        return (rows, options, context) => fit(rows, options, context with { Side = side.Value });
    }

    /// <summary>Figures of a model by name.</summary>
    public static Dictionary<string, double> Measure(IRecommender model, TrainTest data) =>
        Evaluator.Evaluate(model, data.Train, data.Test, K, new EvaluationOptions { Resamples = 0 }, new Workers(), 42)
            .ToDictionary(metric => metric.Name, metric => metric.Value);
}
