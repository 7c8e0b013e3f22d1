using RecTools.Algorithms;

namespace RecTools.Tests;

public class UserFiguresTests
{
    private static readonly Workers TwoThreads = new(2);

    [Fact]
    public void Figures_are_ratios_of_sums_over_the_users_who_count()
    {
        var errors = FiguresOfUsers.Errors((4, 1), (18, 2), (0, 3), (75, 3));
        Assert.Equal([2, 3, 0, 5], Enumerable.Range(0, 4).Select(row => errors.Of(row, FiguresOfUsers.Rmse)));
        Assert.Equal(Math.Sqrt(97 / 9.0), errors.Total(FiguresOfUsers.Rmse));
        Assert.Equal(Math.Sqrt(93 / 5.0), errors.Summarize("Mine", user => user is 1 or 3, 0, 1, TwoThreads).Single().Value);
        Assert.Equal(new MetricValue("Mine", FiguresOfUsers.Mean, 10, 2, null, null), FiguresOfUsers.Means(1, 9, 3).Summarize("Mine", user => user != 1, 0, 1, TwoThreads).Single());
    }

    [Fact]
    public void Some_users_are_summarized_as_if_only_they_had_been_measured()
    {
        var random = new SeededRandom(5);
        var values = new double[300];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble();
        }

        static bool IsIn(int user) => user % 3 == 1;
        var part = FiguresOfUsers.Means(values).Summarize("S", IsIn, 500, 8, TwoThreads);
        Assert.Equal(FiguresOfUsers.Means([.. values.Where((_, user) => IsIn(user))]).Summarize("S", null, 500, 8, TwoThreads), part);
        Assert.Empty(FiguresOfUsers.Means(values).Summarize("S", user => user > 1000, 500, 8, TwoThreads));
    }

    [Fact]
    public void Users_without_a_figure_neither_count_nor_spoil_the_interval()
    {
        // One of two users has no rows: a quarter of the resamples has none at all.
        var found = FiguresOfUsers.Errors((4, 1), (0, 0)).Summarize("S", null, 1000, 3, TwoThreads).Single();
        Assert.Equal((2, 2, 2), (found.Value, found.Lower, found.Upper));
        Assert.Empty(FiguresOfUsers.Errors((0, 0)).Summarize("S", null, 1000, 3, TwoThreads));
        Assert.Equal(double.NaN, FiguresOfUsers.Errors((0, 0)).Of(0, FiguresOfUsers.Rmse));
    }

    [Fact]
    public void An_unknown_metric_is_refused_with_the_names_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => FiguresOfUsers.Means(1).Of(0, "Coverage"));
        Assert.Contains("Coverage", error.Message, StringComparison.Ordinal);
        Assert.Contains(FiguresOfUsers.Mean, error.Message, StringComparison.Ordinal);
    }
}
