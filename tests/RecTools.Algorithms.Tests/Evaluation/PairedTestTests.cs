using MathNet.Numerics.Distributions;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class PairedTestTests
{
    private const string Mean = FiguresOfUsers.Mean;
    private const string Rmse = FiguresOfUsers.Rmse;
    private static readonly Workers TwoThreads = new(2);

    [Fact]
    public void A_few_users_have_the_exact_p_value_worked_by_hand()
    {
        // Differences 1, 2, 3: of the eight ways to give them signs, two have a sum of 6 or -6; of 1, 2, -3 all eight have 0 or more.
        Assert.Equal(new PairedDifference(2, 1, 3, 0.25), Compare(FiguresOfUsers.Means(2, 3, 4), FiguresOfUsers.Means(1, 1, 1)));
        Assert.Equal(1, Compare(FiguresOfUsers.Means(2, 3, 0), FiguresOfUsers.Means(1, 1, 3)).PValue);

        // Differences 1, 1, 1, 1, -1: a sum of 3 or more in either direction has 1 + 5 ways each of 32.
        Assert.Equal(12 / 32.0, Compare(FiguresOfUsers.Means(1, 1, 1, 1, 0), FiguresOfUsers.Means(0, 0, 0, 0, 1)).PValue);
    }

    [Fact]
    public void Swapping_users_equals_going_through_all_ways_one_by_one()
    {
        var random = new SeededRandom(4);
        for (var round = 0; round < 40; round++)
        {
            var users = 1 + random.Next(9);
            var (own, other) = (new (double Squares, double Rows)[users], new (double Squares, double Rows)[users]);
            for (var user = 0; user < users; user++)
            {
                // Every other round the models have different numbers of rows, as lists that have a diversity or not.
                own[user] = (random.Next(12), 1 + random.Next(4));
                other[user] = (random.Next(12), round % 2 == 0 ? own[user].Rows : 1 + random.Next(4));
            }

            double Difference(int swaps)
            {
                var sums = new double[4];
                for (var user = 0; user < users; user++)
                {
                    var (first, second) = (swaps & (1 << user)) == 0 ? (own[user], other[user]) : (other[user], own[user]);
                    (sums[0], sums[1], sums[2], sums[3]) = (sums[0] + first.Squares, sums[1] + first.Rows, sums[2] + second.Squares, sums[3] + second.Rows);
                }

                return Math.Sqrt(sums[0] / sums[1]) - Math.Sqrt(sums[2] / sums[3]);
            }

            var found = PairedTest.Compare(FiguresOfUsers.Errors(own), FiguresOfUsers.Errors(other), Rmse, 1000, 1, TwoThreads);
            var large = Enumerable.Range(0, 1 << users).Count(swaps => Math.Abs(Difference(swaps)) >= Math.Abs(Difference(0)) - 1e-9);
            Assert.Equal((double)large / (1 << users), found.PValue, 12);
            Assert.Equal(Difference(0), found.Difference, 12);
        }
    }

    [Fact]
    public void Draws_come_near_to_going_through_all_ways()
    {
        var random = new SeededRandom(5);
        for (var round = 0; round < 5; round++)
        {
            var gaps = Enumerable.Range(0, 14).Select(_ => random.NextGaussian() + 0.4).ToArray();
            double SumOf(int swaps) => gaps.Select((gap, user) => (swaps & (1 << user)) == 0 ? gap : -gap).Sum();
            var least = Math.Abs(gaps.Sum()) - 1e-9;
            var exact = Enumerable.Range(0, 1 << 14).Count(swaps => Math.Abs(SumOf(swaps)) >= least) / 16384.0;

            // Four standard deviations of 10,000 draws are 0.02 at most.
            Assert.Equal(exact, PairedTest.Compare(FiguresOfUsers.Means(gaps), FiguresOfUsers.Means(new double[14]), Mean, 10_000, 1, TwoThreads).PValue, 0.02);
        }
    }

    [Fact]
    public void With_many_users_it_says_what_a_t_test_says()
    {
        var random = new SeededRandom(6);
        for (var round = 0; round < 5; round++)
        {
            var gaps = Enumerable.Range(0, 500).Select(_ => random.NextGaussian() + 0.05).ToArray();
            var mean = gaps.Average();
            var error = Math.Sqrt(gaps.Sum(gap => (gap - mean) * (gap - mean)) / 499 / 500);
            var found = PairedTest.Compare(FiguresOfUsers.Means(gaps), FiguresOfUsers.Means(new double[500]), Mean, 10_000, 1, TwoThreads);
            Assert.Equal(2 * StudentT.CDF(0, 1, 499, -Math.Abs(mean / error)), found.PValue, 0.022);
            Assert.Equal(mean, found.Difference, 12);
            Assert.Equal(mean - (1.96 * error), found.Lower!.Value, 0.1 * error);
            Assert.Equal(mean + (1.96 * error), found.Upper!.Value, 0.1 * error);
        }
    }

    [Theory]
    [InlineData(Mean)]
    [InlineData(Rmse)]
    public void Models_that_are_equally_good_are_told_apart_in_a_twentieth_of_the_data_sets(string metric)
    {
        var pValues = PValues(metric, 2000, 60, 1);

        // Standard deviations are 0.0049 and 0.011; four of them either way.
        Assert.InRange(pValues.Average(p => p <= 0.05 ? 1.0 : 0), 0.03, 0.07);
        Assert.InRange(pValues.Average(p => p <= 0.5 ? 1.0 : 0), 0.455, 0.545);
        Assert.All(pValues, p => Assert.InRange(p, 1 / 200.0, 1));
    }

    [Theory]
    [InlineData(Mean)]
    [InlineData(Rmse)]
    public void A_planted_difference_is_found(string metric) =>
        Assert.InRange(PValues(metric, 200, 200, 1.3).Average(p => p <= 0.05 ? 1.0 : 0), 0.95, 1);

    [Fact]
    public void Who_is_whose_turns_the_sign_and_nothing_else()
    {
        var random = new SeededRandom(8);
        var (own, other) = (Draw(ref random, Rmse, 80, 1.1), Draw(ref random, Rmse, 80, 1));
        var (forth, back) = (Compare(own, other, Rmse), Compare(other, own, Rmse));
        Assert.Equal(-forth.Difference, back.Difference);
        Assert.Equal(-forth.Lower!.Value, back.Upper!.Value, 12);
        Assert.Equal(forth.PValue, back.PValue, 12);
        Assert.Equal(new PairedDifference(0, 0, 0, 1), Compare(own, own, Rmse));
    }

    [Fact]
    public void It_is_the_same_at_any_number_of_threads()
    {
        var random = new SeededRandom(9);
        var (own, other) = (Draw(ref random, Rmse, 333, 1.02), Draw(ref random, Rmse, 333, 1));
        var once = PairedTest.Compare(own, other, Rmse, 1000, 3, new Workers(1));
        Assert.All([2, 3, 8], threads => Assert.Equal(once, PairedTest.Compare(own, other, Rmse, 1000, 3, new Workers(threads))));
        Assert.NotEqual(once, PairedTest.Compare(own, other, Rmse, 1000, 4, new Workers(1)));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Compare(FiguresOfUsers.Means(1, 2), FiguresOfUsers.Means(1)));
        Assert.Throws<ArgumentException>(() => Compare(FiguresOfUsers.Means(1), FiguresOfUsers.Means(1), "Coverage"));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedTest.Compare(FiguresOfUsers.Means(1), FiguresOfUsers.Means(1), Mean, 0, 1, TwoThreads));
        Assert.Equal(new PairedDifference(double.NaN, null, null, 1), Compare(FiguresOfUsers.Errors((0, 0)), FiguresOfUsers.Errors((0, 0)), Rmse));
    }

    private static PairedDifference Compare(UserFigures own, UserFigures other, string metric = Mean) =>
        PairedTest.Compare(own, other, metric, 1000, 1, TwoThreads);

    private static double[] PValues(string metric, int sets, int users, double scale)
    {
        var pValues = new double[sets];
        Parallel.For(0, sets, set =>
        {
            var random = new SeededRandom(7, (ulong)set);
            var (own, other) = (Draw(ref random, metric, users, scale), Draw(ref random, metric, users, 1));
            pValues[set] = PairedTest.Compare(own, other, metric, 199, set, new Workers(1)).PValue;
        });
        return pValues;
    }

    private static UserFigures Draw(ref SeededRandom random, string metric, int users, double scale)
    {
        var rows = new (double Squares, double Rows)[users];
        for (var user = 0; user < users; user++)
        {
            rows[user].Rows = 1 + (user % 7);
            for (var row = 0; row < rows[user].Rows; row++)
            {
                rows[user].Squares += Math.Pow(scale * random.NextGaussian(), 2);
            }
        }

        return metric == Rmse ? FiguresOfUsers.Errors(rows) : FiguresOfUsers.Means(Array.ConvertAll(rows, user => user.Squares / user.Rows));
    }
}
