using RecTools.Algorithms;

namespace RecTools.Tests;

public class PopularityTests
{
    private static readonly SparseMatrix Views = SparseMatrix.FromEntries(3, 4, [0, 0, 1, 1, 2], [0, 1, 1, 2, 1], [5, 1, 2, 9, 1.5f]);

    [Fact]
    public void The_score_is_the_number_of_users() => Assert.Equal([1, 3, 1, 0], Scores(new PopularityOptions()));

    [Fact]
    public void The_score_can_be_the_sum_of_values() => Assert.Equal([5, 4.5f, 9, 0], Scores(new PopularityOptions { WeighByValue = true }));

    [Fact]
    public void The_reason_is_the_number_of_users_or_the_sum()
    {
        Assert.Equal("popular: 3 users", new Popularity().Fit(Views, new PopularityOptions(), FitContext.Default).Describe(1));
        var weighed = new Popularity().Fit(Views, new PopularityOptions { WeighByValue = true }, FitContext.Default);
        Assert.Equal("popular: values sum to 4.5", weighed.Describe(1));
    }

    private static float[] Scores(PopularityOptions options)
    {
        var scores = new float[4];
        new Popularity().Fit(Views, options, FitContext.Default).ScoreNewUser([0], [5], scores);
        return scores;
    }
}
