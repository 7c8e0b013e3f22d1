using RecTools.Algorithms;

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
    }

    private static void RatingErrors<TOptions>(
        BenchmarkReport report, string name, Func<SparseMatrix, TOptions, FitContext, IRecommender> fit, TOptions options, double asked)
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

            report.AddAtMost(ofCase, "RMSE", errors / 5, asked);
            report.Add(ofCase, "fit seconds, 5 folds", seconds);
        });
    }

    private static Dictionary<string, double> Measure(IRecommender model, TrainTest data) =>
        Evaluator.Evaluate(model, data.Train, data.Test, K, new EvaluationOptions { Resamples = 0 }, new Workers(), 42)
            .ToDictionary(metric => metric.Name, metric => metric.Value);
}
