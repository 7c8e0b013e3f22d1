using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time to split data and to measure a model, with and without intervals.</summary>
internal sealed class EvaluationBenchmark : IBenchmark
{
    private const int K = 10;

    /// <inheritdoc/>
    public string Name => "evaluation";

    /// <inheritdoc/>
    public string Summary => "seconds to split ML-1M, to measure a model on it, and to test it against another";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var ratings = RatingData.Read("ml-1m/ratings.csv.gz");
        var time = Enumerable.Range(0, ratings.EntryCount).Select(i => i * 7919L % 104729).ToArray();
        foreach (var kind in new[] { SplitKind.RandomRow, SplitKind.RandomUser, SplitKind.LastOut, SplitKind.Time })
        {
            report.Add($"ml-1m split {kind}", "seconds, best", Stopwatches.Repeat(3, () => Splits.Make(ratings, time, kind, 0.2, 42)).Best);
        }

        var data = Splits.Make(ratings, null, SplitKind.RandomUser, 0.2, 42);
        var model = new Bias().Fit(data.Train, new BiasOptions(), FitContext.Default);
        foreach (var resamples in new[] { 0, 1000 })
        {
            var options = new EvaluationOptions { Resamples = resamples };
            var (best, _) = Stopwatches.Repeat(9, () => Evaluator.Evaluate(model, data.Train, data.Test, K, options, new Workers(), 42));
            report.Add($"ml-1m evaluate Bias, {resamples} resamples", "seconds, best", best);
        }

        MeasureAll(report, data, model);
    }

    private static void MeasureAll(BenchmarkReport report, TrainTest data, IRecommender model)
    {
        var (workers, popularity) = (new Workers(), new Popularity().Fit(data.Train, new PopularityOptions(), FitContext.Default));
        var likeness = InteractionLikeness.Learn(data.Train, FitContext.Default);
        var options = new EvaluationOptions { Lists = new ListRules { Likeness = likeness } };
        ModelEvaluation Measure(IRecommender which) => Evaluator.Measure(which, data.Train, data.Test, K, options, workers, 42);
        report.Add("ml-1m measure all of Bias", "seconds, best", Stopwatches.Repeat(9, () => Measure(model)).Best);
        var (ours, other) = (Measure(model), Measure(popularity));
        report.Add("ml-1m segments of Bias by history", "seconds, best", Stopwatches.Repeat(
            9, () => SegmentFigures.Of(ours, HistorySegments.Name, HistorySegments.Of(data.Train), options, workers, 42)).Best);
        report.Add("ml-1m Bias against Popularity, 10000 resamples", "seconds, best", Stopwatches.Repeat(
            9, () => PairedTest.Compare(ours.Lists, other.Lists, "nDCG", 10_000, 42, workers)).Best);
    }
}
