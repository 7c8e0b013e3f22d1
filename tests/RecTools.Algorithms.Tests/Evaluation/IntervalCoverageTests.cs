using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Simulated data sets whose true figures are known: a 95 % interval must hold them in about 95 % of the sets.</summary>
/// <remarks>Of 2,000 sets the share has a standard deviation of half a percent, so that 93 and 97 % are four of them away from 95 %.</remarks>
public class IntervalCoverageTests(ITestOutputHelper output)
{
    private const int Sets = 2000;
    private const int Users = 250;
    private const int Items = 20;
    private const int K = 10;
    private static readonly Workers OneThread = new(1);
    private static readonly SparseMatrix NoRows = new(Items, new int[Users + 1], [], []);

    // Item 0 comes first in every list, item 1 second; all are predicted to be about 3.
    private static readonly FixedScores Model = new(
        [.. Enumerable.Repeat<float[]>([.. Enumerable.Range(0, Items).Select(item => 3 - (item / 1024f))], Users)], Items, true);

    [Fact]
    public void Intervals_of_list_figures_hold_the_truth_in_93_to_97_percent_of_data_sets()
    {
        // Every user wants one item; that it is at a place has a chance in inverse proportion to the place.
        var chances = Enumerable.Range(1, Items).Select(place => 1.0 / place).ToArray();
        var total = chances.Sum();
        double Truth(Func<int, double> figureAtPlace) => Enumerable.Range(1, K).Sum(place => chances[place - 1] / total * figureAtPlace(place));
        var truth = new Dictionary<string, double>
        {
            ["nDCG"] = Truth(place => 1 / Math.Log2(place + 1)),
            ["MAP"] = Truth(place => 1.0 / place),
            ["HitRate"] = Truth(_ => 1),
            ["Precision"] = Truth(_ => 1.0 / K),
        };
        AssertCoverage(truth, 1, set =>
        {
            var random = new SeededRandom(31, (ulong)set);
            var items = new int[Users];
            for (var user = 0; user < Users; user++)
            {
                var left = random.NextDouble() * total;
                while (left >= chances[items[user]] && items[user] < Items - 1)
                {
                    left -= chances[items[user]++];
                }
            }

            var test = SparseMatrix.FromEntries(Users, Items, [.. Enumerable.Range(0, Users)], items, new float[Users]);
            return Evaluator.EvaluateLists(Model, NoRows, test, K, new EvaluationOptions(), OneThread, set);
        });
    }

    [Fact]
    public void Intervals_of_rating_errors_hold_the_truth_in_93_to_97_percent_of_data_sets()
    {
        // Users have 1 to 20 ratings, and some are harder to predict than others: the more they rate, the easier.
        static double DeviationOf(int rows, double hardness) => (0.5 + hardness) * (rows > 10 ? 0.8 : 1.1);
        const double MeanSquareOfHardness = ((1.5 * 1.5 * 1.5) - (0.5 * 0.5 * 0.5)) / 3;
        var rowTotal = Enumerable.Range(1, Items).Sum();
        var truth = Math.Sqrt(Enumerable.Range(1, Items).Sum(rows => rows * MeanSquareOfHardness * Math.Pow(rows > 10 ? 0.8 : 1.1, 2)) / rowTotal);
        AssertCoverage(new Dictionary<string, double> { ["RMSE"] = truth }, 2, set =>
        {
            var random = new SeededRandom(32, (ulong)set);
            var (users, items, values) = (new List<int>(), new List<int>(), new List<float>());
            for (var user = 0; user < Users; user++)
            {
                var rows = 1 + random.Next(Items);
                var deviation = DeviationOf(rows, random.NextDouble());
                for (var item = 0; item < rows; item++)
                {
                    users.Add(user);
                    items.Add(item);
                    values.Add((float)(Model.Predict(user, item) + (deviation * random.NextGaussian())));
                }
            }

            var test = SparseMatrix.FromEntries(Users, Items, [.. users], [.. items], [.. values]);
            return Evaluator.Evaluate(Model, NoRows, test, K, new EvaluationOptions { RelevantFrom = float.PositiveInfinity }, OneThread, set);
        });
    }

    [Fact]
    public void Intervals_of_differences_hold_the_truth_in_93_to_97_percent_of_data_sets() =>
        AssertCoverage(new Dictionary<string, double> { ["Mean"] = 0.25 }, 3, set =>
        {
            // Both models find the same users easy; the first is better by a quarter in the mean.
            var random = new SeededRandom(33, (ulong)set);
            var (own, other) = (new double[Users], new double[Users]);
            for (var user = 0; user < Users; user++)
            {
                var ease = 3 * random.NextDouble();
                own[user] = ease + (0.5 * random.NextDouble());
                other[user] = ease + random.NextDouble() - 0.5;
            }

            var found = PairedTest.Compare(FiguresOfUsers.Means(own), FiguresOfUsers.Means(other), FiguresOfUsers.Mean, 1000, set, OneThread);
            return [new MetricValue("", "Mean", null, found.Difference, found.Lower, found.Upper)];
        });

    private void AssertCoverage(Dictionary<string, double> truth, int simulation, Func<int, IReadOnlyList<MetricValue>> measure)
    {
        var found = new IReadOnlyList<MetricValue>[Sets];
        Parallel.For(0, Sets, set => found[set] = measure((simulation * Sets) + set));
        foreach (var (name, value) in truth)
        {
            var share = found.Average(metrics => metrics.Single(metric => metric.Name == name) is var metric && metric.Lower <= value && value <= metric.Upper ? 1.0 : 0);
            output.WriteLine($"{name}: the intervals hold the truth in {share:P2} of the data sets");
            Assert.True(share is >= 0.93 and <= 0.97, $"{name}: {share}");
        }
    }
}
