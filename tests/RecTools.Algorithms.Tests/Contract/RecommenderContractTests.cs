using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What every algorithm of the catalog owes to its callers.</summary>
public class RecommenderContractTests
{
    private const int Users = 60;
    private const int Items = 45;

    private static readonly SparseMatrix Data = RandomInteractions.Make(Users, Items, 0.2, 17);

    public static TheoryData<string> Names => [.. AlgorithmCatalog.Recommenders.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_model_has_the_shape_of_the_data(string name)
    {
        var model = Fitted.Model(name, Data);
        Assert.Equal((Users, Items), (model.UserCount, model.ItemCount));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predict_gives_what_Score_gives_bit_for_bit(string name)
    {
        var model = Fitted.Model(name, Data);
        var scores = Fitted.AllScores(model);
        for (var user = 0; user < Users; user++)
        {
            for (var item = 0; item < Items; item++)
            {
                Assert.Equal(Fitted.Bits(scores[(user * Items) + item]), Fitted.Bits(model.Predict(user, item)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_do_not_depend_on_how_users_are_put_in_blocks(string name)
    {
        var model = Fitted.Model(name, Data);
        var all = Fitted.AllScores(model);
        foreach (var block in new[] { 1, 7, 16, 59 })
        {
            for (var first = 0; first < Users; first += block)
            {
                var count = Math.Min(block, Users - first);
                var scores = new float[count * Items];
                model.Score(first, count, scores);
                Assert.Equal(all[(first * Items)..((first + count) * Items)], scores);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_scores_are_finite(string name) => Assert.All(Fitted.AllScores(Fitted.Model(name, Data)), score => Assert.True(float.IsFinite(score)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Top_lists_hold_nothing_seen_and_are_sorted(string name)
    {
        var lists = TopItemsForUsers.Select(Fitted.Model(name, Data), Data, 0, Users, 10, new Workers(2));
        for (var user = 0; user < Users; user++)
        {
            var list = lists.Of(user).ToArray();
            Assert.Equal(10, list.Length);
            Assert.Empty(list.Select(entry => entry.Item).Intersect(Data.ColumnsOf(user).ToArray()));
            Assert.Equal(list.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Item), list);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unknown_users_and_items_get_finite_predictions(string name)
    {
        var model = Fitted.Model(name, Data);
        Assert.True(float.IsFinite(model.Predict(-1, 3)));
        Assert.True(float.IsFinite(model.Predict(3, -1)));
        Assert.True(float.IsFinite(model.Predict(-1, -1)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_new_user_gets_finite_scores_with_and_without_a_history(string name)
    {
        var model = Fitted.Model(name, Data);
        var scores = Enumerable.Repeat(float.NaN, Items).ToArray();
        model.ScoreNewUser([], [], scores);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
        Array.Fill(scores, float.NaN);
        model.ScoreNewUser([2, 5, Items - 1], [5, 1, 3], scores);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Similar_items_are_sorted_and_leave_out_the_item_itself(string name)
    {
        var model = Fitted.Model(name, Data);
        for (var item = 0; item < Items; item++)
        {
            var similar = model.SimilarItems(item, 7);
            Assert.InRange(similar.Length, 0, 7);
            Assert.DoesNotContain(item, similar.Select(entry => entry.Item));
            Assert.Equal(similar.Length, similar.DistinctBy(entry => entry.Item).Count());
            Assert.All(similar, entry => Assert.InRange(entry.Item, 0, Items - 1));
            Assert.All(similar, entry => Assert.True(float.IsFinite(entry.Score)));
            Assert.Equal(similar.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Item), similar);
        }

        Assert.Empty(model.SimilarItems(0, 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explanations_name_items_of_the_history_features_or_parts_largest_contribution_first(string name)
    {
        var model = Fitted.Model(name, Data);
        int[] asked = [0, 3, Items - 1];
        for (var user = 0; user < Users; user++)
        {
            var parts = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), asked, 3);
            Assert.Equal(asked.Length, parts.Length);
            foreach (var part in parts)
            {
                Assert.InRange(part.Length, 0, 3);
                Assert.All(part, entry => Assert.True(entry.Item >= 0 || entry.Feature >= 0 || entry.Part >= 0, entry.ToString()));
                Assert.Empty(part.Select(entry => entry.Item).Where(item => item >= 0).Except(Data.ColumnsOf(user).ToArray()));
                Assert.Equal(part.Length, part.DistinctBy(entry => (entry.Item, entry.Feature, entry.Part)).Count());
                Assert.All(part, entry => Assert.True(float.IsFinite(entry.Score)));
                Assert.Equal(part.Select(entry => entry.Score).OrderDescending(), part.Select(entry => entry.Score));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explaining_no_items_does_no_harm(string name)
    {
        var model = Fitted.Model(name, Data);
        Assert.Empty(model.Explain(4, Data.ColumnsOf(4), Data.ValuesOf(4), [], 3));
        Assert.Empty(model.Explain(-1, Data.ColumnsOf(4), Data.ValuesOf(4), [], 3));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_item_has_a_reason_in_words(string name)
    {
        var model = Fitted.Model(name, Data);
        Assert.All(Enumerable.Range(0, Items), item => Assert.False(string.IsNullOrWhiteSpace(model.Describe(item))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Users_and_items_without_entries_do_no_harm(string name)
    {
        Assert.All(Fitted.AllScores(Fitted.Model(name, new SparseMatrix(4, [0, 0, 0, 0], [], []))), score => Assert.True(float.IsFinite(score)));
        var sparse = SparseMatrix.FromEntries(5, 6, [1, 1, 3], [0, 4, 4], [5, 1, 3]);
        Assert.All(Fitted.AllScores(Fitted.Model(name, sparse)), score => Assert.True(float.IsFinite(score)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_user_and_one_item_are_enough(string name)
    {
        var model = Fitted.Model(name, SparseMatrix.FromEntries(1, 1, [0], [0], [4]));
        Assert.True(float.IsFinite(model.Predict(0, 0)));
        Assert.Empty(model.SimilarItems(0, 5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cancelled_fit_stops(string name)
    {
        var algorithm = Fitted.Recommender(name);
        var context = Fitted.Context(algorithm, Data) with { Workers = new Workers(2, new CancellationToken(true)) };
        Assert.ThrowsAny<OperationCanceledException>(() => algorithm.Fit(Data, Fitted.DefaultOptions(algorithm), context));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fit_costs_something_and_more_for_more_data(string name)
    {
        var algorithm = Fitted.Recommender(name);
        var small = algorithm.Estimate(100, 50, 1000, Fitted.DefaultOptions(algorithm));
        var large = algorithm.Estimate(1_000_000, 500_000, 2_000_000_000, Fitted.DefaultOptions(algorithm));
        Assert.True(small.Bytes > 0 && small.Operations > 0, small.ToString());
        Assert.True(large.Bytes > small.Bytes && large.Operations > small.Operations, large.ToString());
    }
}
