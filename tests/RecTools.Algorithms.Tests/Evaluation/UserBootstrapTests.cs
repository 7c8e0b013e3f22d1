using RecTools.Algorithms;

namespace RecTools.Tests;

public class UserBootstrapTests
{
    private static readonly Workers TwoThreads = new(2);

    [Fact]
    public void The_interval_is_that_of_resamples_drawn_one_by_one()
    {
        var random = new SeededRandom(1);
        var rows = new double[60];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = random.NextDouble();
        }

        static double Figure(double[] sums) => Math.Sqrt(sums[0] / sums[1]);
        var found = new UserBootstrap(FiguresOfUsers.Sums(2, rows), 201, 9, TwoThreads).Interval(Figure);

        var figures = new List<double>();
        for (var resample = 0; resample < 201; resample++)
        {
            var draws = new SeededRandom(9, (ulong)resample);
            var users = Enumerable.Range(0, 30).Select(_ => draws.Next(30)).ToList();
            figures.Add(Math.Sqrt(users.Sum(user => rows[2 * user]) / users.Sum(user => rows[(2 * user) + 1])));
        }

        figures.Sort();

        // Of 201 sorted figures the quantiles 0.025 and 0.975 are the ones at the places 5 and 195, counted from 0.
        Assert.Equal(figures[5], found.Lower!.Value, 12);
        Assert.Equal(figures[195], found.Upper!.Value, 12);
    }

    [Fact]
    public void The_interval_of_a_mean_is_about_that_of_the_normal_distribution()
    {
        const int Users = 2000;
        var random = new SeededRandom(2);
        var rows = new double[Users];
        for (var i = 0; i < Users; i++)
        {
            rows[i] = 5 + random.NextGaussian();
        }

        var mean = rows.Average();
        var error = Math.Sqrt(rows.Average(value => (value - mean) * (value - mean)) / Users);
        var (lower, upper) = new UserBootstrap(FiguresOfUsers.Sums(1, rows), 4000, 3, TwoThreads).Interval(sums => sums[0] / Users);
        Assert.Equal(mean - (1.96 * error), lower!.Value, 0.1 * error);
        Assert.Equal(mean + (1.96 * error), upper!.Value, 0.1 * error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(13)]
    public void Sums_are_taken_one_after_the_other(int columns)
    {
        var random = new SeededRandom(4);
        var rows = new double[columns * 50];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = random.NextGaussian();
        }

        int[] drawn = [.. Enumerable.Range(0, 70).Select(_ => random.Next(50))];
        Assert.Equal(
            Enumerable.Range(0, columns).Select(column => drawn.Aggregate(0.0, (sum, row) => sum + rows[(row * columns) + column])),
            FiguresOfUsers.Sums(columns, rows).Sum(drawn));
    }

    [Fact]
    public void A_single_user_has_an_interval_without_width() =>
        Assert.Equal((0.75, 0.75), new UserBootstrap(FiguresOfUsers.Sums(1, [0.75]), 100, 1, TwoThreads).Interval(sums => sums[0]));
}
