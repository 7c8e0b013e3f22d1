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

    [Fact]
    public void Within_groups_the_users_of_the_own_group_count()
    {
        var random = new SeededRandom(3);
        var cells = Enumerable.Range(0, 40 * 12).Where(_ => random.NextDouble() < 0.2).ToList();
        var data = SparseMatrix.FromEntries(40, 12, [.. cells.Select(cell => cell / 12)], [.. cells.Select(cell => cell % 12)], [.. cells.Select(_ => 1f)]);
        int[] groupOf = [.. Enumerable.Range(0, 40).Select(user => (user % 4) - 1)];
        var context = FitContext.Default with { Side = new SideData { Groups = new UserGroups(groupOf, ["a", "b", "c"]) } };
        var model = new Popularity().Fit(data, new PopularityOptions(), context);
        var loaded = Fitted.Load("Popularity", Fitted.SavedBytes(model), data);
        for (var user = 0; user < 40; user++)
        {
            for (var item = 0; item < 12; item++)
            {
                var own = cells.Count(cell => cell % 12 == item && (groupOf[user] < 0 || groupOf[cell / 12] == groupOf[user]));
                var score = model.Predict(user, item);

                // Popularity overall, as less than half of a user, decides between equals within a group.
                var share = cells.Count(cell => cell % 12 == item) / (2f * Enumerable.Range(0, 12).Max(other => cells.Count(cell => cell % 12 == other)));
                Assert.Equal(groupOf[user] < 0 ? own : own > 0 ? own + share : share - 1, score, 1e-5f);
                Assert.Equal(score, loaded.Predict(user, item));
                Assert.Equal(model.Describe(user, item), loaded.Describe(user, item));
                if (own > 0 && groupOf[user] >= 0)
                {
                    Assert.Equal($"popular in group {"abc"[groupOf[user]]}: {own} of 10 users", model.Describe(user, item));
                }
            }
        }

        Assert.Equal(cells.Count(cell => cell % 12 == 5), model.Predict(-1, 5));
        Assert.StartsWith("popular: ", model.Describe(-1, 5), StringComparison.Ordinal);
    }

    private static float[] Scores(PopularityOptions options)
    {
        var scores = new float[4];
        new Popularity().Fit(Views, options, FitContext.Default).ScoreNewUser([0], [5], scores);
        return scores;
    }
}
