using RecTools.Algorithms;

namespace RecTools.Tests;

public class EvaluatorTests
{
    private const int Users = 120;
    private const int Items = 70;
    private const int K = 10;

    private static readonly Workers OneThread = new(1);
    private static readonly TrainTest Split = Splits.Make(RandomInteractions.Make(Users, Items, 0.2, 3), null, SplitKind.RandomRow, 0.2, 4);
    private static readonly FixedScores Model = FixedScores.Random(Users, Items, 30, 5);

    [Theory]
    [InlineData(null)]
    [InlineData(4f)]
    public void Figures_equal_a_slow_and_obvious_computation(float? relevantFrom)
    {
        var found = Evaluate(Model, Split, new EvaluationOptions { RelevantFrom = relevantFrom, Resamples = 0 }).ToDictionary(metric => metric.Name);
        var expected = SlowEvaluation.Measure(Model, Split.Train, Split.Test, K, relevantFrom);
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(expected, metric => Assert.Equal(metric.Value, found[metric.Key].Value, 12));
        Assert.All(found.Values, metric => Assert.Equal(metric.Name is "RMSE" or "MAE" ? null : K, metric.K));
        Assert.All(found.Values, metric => Assert.Equal((null, null), (metric.Lower, metric.Upper)));
    }

    [Fact]
    public void Figures_and_intervals_are_the_same_at_any_number_of_threads()
    {
        var once = Evaluate(Model, Split, new EvaluationOptions());
        foreach (var threads in new[] { 2, 3, 8 })
        {
            Assert.Equal(once, Evaluator.Evaluate(Model, Split.Train, Split.Test, K, new EvaluationOptions(), new Workers(threads), 7));
        }
    }

    [Fact]
    public void Intervals_hold_their_figure_and_follow_the_seed()
    {
        var found = Evaluate(Model, Split, new EvaluationOptions { Split = "Mine" });
        Assert.All(found, metric => Assert.Equal("Mine", metric.Split));
        foreach (var metric in found.Where(metric => metric.Name != "Coverage"))
        {
            Assert.True(metric.Lower < metric.Value && metric.Value < metric.Upper, metric.ToString());
        }

        var other = Evaluator.Evaluate(Model, Split.Train, Split.Test, K, new EvaluationOptions(), OneThread, 8);
        Assert.Equal(found.Select(metric => metric.Value), other.Select(metric => metric.Value));
        Assert.NotEqual(found[0].Lower, other[0].Lower);
    }

    [Fact]
    public void A_small_example_comes_out_as_worked_by_hand()
    {
        // User 0 has item 0 already, so the list is 3, 1: item 3 is a hit, item 2 is missed. User 1 has no test row. User 2: list 0, 1, one hit at place 2.
        var train = SparseMatrix.FromEntries(3, 4, [0, 1, 2], [0, 1, 3], [1, 3, 5]);
        var test = SparseMatrix.FromEntries(3, 4, [0, 0, 2], [2, 3, 1], [2, 5, 4]);
        var model = new FixedScores([[9, 4, 0, 8], [1, 2, 3, 4], [7, 4, 3, 9]], 4, true);
        var found = Evaluator.Evaluate(model, train, test, 2, new EvaluationOptions(), OneThread, 1).ToDictionary(m => m.Name, m => m.Value);

        // Predictions 0 and 8 are clipped to 1 and 5: errors -1, 0 and 0.
        Assert.Equal(Math.Sqrt(1 / 3.0), found["RMSE"], 12);
        Assert.Equal(1 / 3.0, found["MAE"], 12);
        Assert.Equal((0.5 + 0.5) / 2, found["Precision"], 12);
        Assert.Equal((0.5 + 1) / 2, found["Recall"], 12);
        Assert.Equal(((1 / (1 + (1 / Math.Log2(3)))) + (1 / Math.Log2(3))) / 2, found["nDCG"], 12);
        Assert.Equal(1, found["HitRate"], 12);
        Assert.Equal((0.5 + 0.5) / 2, found["MAP"], 12);
        Assert.Equal((0.5 + 0.5) / 2, found["MAP@k"], 12);
        Assert.Equal(3 / 4.0, found["Coverage"], 12);
    }

    [Fact]
    public void A_model_that_ranks_only_gets_no_rating_errors()
    {
        var found = Evaluate(FixedScores.Random(Users, Items, 30, 5, predictsRatings: false), Split, new EvaluationOptions());
        Assert.Equal(["Precision", "Recall", "nDCG", "HitRate", "MAP@k", "MAP", "Coverage"], found.Select(metric => metric.Name));
    }

    [Fact]
    public void What_has_no_rows_to_measure_on_is_missing()
    {
        Assert.Empty(Evaluate(Model, new TrainTest(Split.Train, new SparseMatrix(Items, new int[Users + 1], [], [])), new EvaluationOptions()));
        Assert.Equal(["RMSE", "MAE"], Evaluate(Model, Split, new EvaluationOptions { RelevantFrom = 6 }).Select(metric => metric.Name));
    }

    [Fact]
    public void Test_rows_that_the_user_has_in_training_do_not_count_as_misses()
    {
        var leaked = Evaluate(Model, new TrainTest(Split.Train, Split.Train), new EvaluationOptions());
        Assert.Equal(["RMSE", "MAE"], leaked.Select(metric => metric.Name));
    }

    [Fact]
    public void Wrong_shapes_and_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(
            () => Evaluator.Evaluate(Model, Split.Train, new SparseMatrix(Items, [0], [], []), K, new EvaluationOptions(), OneThread, 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Evaluator.Evaluate(Model, Split.Train, Split.Test, 0, new EvaluationOptions(), OneThread, 1));
    }

    private static IReadOnlyList<MetricValue> Evaluate(FixedScores model, TrainTest split, EvaluationOptions options) =>
        Evaluator.Evaluate(model, split.Train, split.Test, K, options, OneThread, 7);
}
