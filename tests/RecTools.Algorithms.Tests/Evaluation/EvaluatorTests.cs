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

    [Theory]
    [InlineData(null)]
    [InlineData(4f)]
    public void Figures_of_lists_alone_equal_a_slow_and_obvious_computation(float? relevantFrom)
    {
        var likeness = new ParityLikeness();
        var options = new EvaluationOptions { RelevantFrom = relevantFrom, Resamples = 200, Lists = new ListRules { Likeness = likeness } };
        var found = Evaluator.Measure(Model, Split.Train, Split.Test, K, options, OneThread, 7).Metrics;
        var expected = SlowEvaluation.MeasureLists(Model, Split.Train, Split.Test, K, relevantFrom, (item, other) => likeness.Of(item, other));
        foreach (var (name, value) in expected)
        {
            var metric = found.Single(metric => metric.Name == name);
            Assert.Equal(value, metric.Value, 12);
            Assert.True(metric.Lower < value && value < metric.Upper, metric.ToString());
        }

        // The rest is what is measured without them, to the last bit.
        Assert.Equal(
            Evaluator.Evaluate(Model, Split.Train, Split.Test, K, options with { Lists = ListRules.None }, OneThread, 7),
            found.Where(metric => !expected.ContainsKey(metric.Name)));
        Assert.Equal(
            ["RMSE", "MAE", "Precision", "Recall", "nDCG", "HitRate", "MAP@k", "MAP", "Coverage", "Novelty", "PopularityBias", "Diversity"],
            found.Select(metric => metric.Name));
    }

    [Fact]
    public void Likeness_is_learned_where_it_is_not_given()
    {
        var learned = new EvaluationOptions { Lists = new ListRules { Likeness = InteractionLikeness.Learn(Split.Train, FitContext.Default) } };
        Assert.Equal(
            Evaluator.Measure(Model, Split.Train, Split.Test, K, learned, OneThread, 7).Metrics,
            Evaluator.Measure(Model, Split.Train, Split.Test, K, new EvaluationOptions(), OneThread, 7).Metrics);
    }

    [Fact]
    public void All_that_is_measured_is_the_same_at_any_number_of_threads_and_in_any_order_of_rows()
    {
        var once = Evaluator.Measure(Model, Split.Train, Split.Test, K, new EvaluationOptions(), OneThread, 7);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var other = Evaluator.Measure(Model, Shuffled(Split.Train), Shuffled(Split.Test), K, new EvaluationOptions(), new Workers(threads), 7);
            Assert.Equal(once.Metrics, other.Metrics);
            Assert.Equal(once.Calibration, other.Calibration);
            Assert.Equal(once.LongTail, other.LongTail);
            Assert.Equal(once.Lists.Users, other.Lists.Users);
            Assert.All(once.Lists.MetricNames, name => Assert.Equal(FiguresOf(once.Lists, name), FiguresOf(other.Lists, name)));
            Assert.All(once.Ratings!.MetricNames, name => Assert.Equal(FiguresOf(once.Ratings, name), FiguresOf(other.Ratings!, name)));
        }
    }

    [Fact]
    public void What_is_kept_beside_the_figures_belongs_to_them()
    {
        var found = Evaluator.Measure(Model, Split.Train, Split.Test, K, new EvaluationOptions { Resamples = 0 }, OneThread, 7);
        Assert.Equal(Split.Test.EntryCount, found.Calibration.Sum(bin => bin.Count));
        Assert.Equal((1, 1, 1), (found.LongTail[^1].ItemShare, found.LongTail[^1].RowShare, found.LongTail[^1].ListShare));
        Assert.All(found.Lists.Users, user => Assert.Equal(K, found.TopLists.Of(user).Length));
        Assert.Same(found.Ratings, found.FiguresOf("RMSE"));
        Assert.Same(found.Lists, found.FiguresOf("Novelty"));
        Assert.Null(found.FiguresOf("Coverage"));
        foreach (var metric in found.Metrics.Where(metric => metric.Name != "Coverage"))
        {
            Assert.Equal(metric.Value, found.FiguresOf(metric.Name)!.Total(metric.Name));
        }
    }

    [Fact]
    public void Without_rows_there_is_nothing_measured_and_nothing_breaks()
    {
        var none = new SparseMatrix(Items, new int[Users + 1], [], []);
        var noTest = Evaluator.Measure(Model, Split.Train, none, K, new EvaluationOptions(), OneThread, 7);
        Assert.Empty(noTest.Metrics);
        Assert.Empty(noTest.Lists.Users);
        Assert.Empty(noTest.Calibration);
        Assert.Empty(noTest.LongTail);

        // Nobody has anything: no popularity to compare with, and nothing to learn likeness from.
        var noTrain = Evaluator.Measure(Model, none, Split.Test, K, new EvaluationOptions(), OneThread, 7);
        Assert.Equal(0, noTrain.Metrics.Single(metric => metric.Name == "Novelty").Value);
        Assert.DoesNotContain(noTrain.Metrics, metric => metric.Name is "PopularityBias" or "Diversity");
        Assert.Null(Evaluator.Measure(
            FixedScores.Random(Users, Items, 30, 5, predictsRatings: false), Split.Train, Split.Test, K, new EvaluationOptions(), OneThread, 7).Ratings);
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

    private static double[] FiguresOf(UserFigures figures, string metric) =>
        [.. Enumerable.Range(0, figures.Users.Length).Select(row => figures.Of(row, metric))];

    private static SparseMatrix Shuffled(SparseMatrix matrix)
    {
        var entries = Enumerable.Range(0, matrix.RowCount)
            .SelectMany(user => matrix.ColumnsOf(user).ToArray().Zip(matrix.ValuesOf(user).ToArray(), (item, value) => (User: user, Item: item, Value: value)))
            .ToArray();
        new SeededRandom(11).Shuffle<(int User, int Item, float Value)>(entries);
        return SparseMatrix.FromEntries(
            matrix.RowCount, matrix.ColumnCount,
            Array.ConvertAll(entries, entry => entry.User), Array.ConvertAll(entries, entry => entry.Item), Array.ConvertAll(entries, entry => entry.Value));
    }

    /// <summary>Items are somewhat alike if both numbers are odd or both are even.</summary>
    private sealed class ParityLikeness : IItemLikeness
    {
        public float Of(int item, int other) => (item + other) % 2 == 0 ? 0.75f : item * other % 8 / 16f;
    }

    private static IReadOnlyList<MetricValue> Evaluate(FixedScores model, TrainTest split, EvaluationOptions options) =>
        Evaluator.Evaluate(model, split.Train, split.Test, K, options, OneThread, 7);
}
