using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What holds for models of all similarities, between items and between users.</summary>
public class NeighborModelTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(60, 45, 0.2, 17);

    public static TheoryData<string, NeighborSimilarity> Cases
    {
        get
        {
            var cases = new TheoryData<string, NeighborSimilarity>();
            foreach (var similarity in Enum.GetValues<NeighborSimilarity>())
            {
                cases.Add("ItemKnn", similarity);
                cases.Add("UserKnn", similarity);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Predict_gives_what_Score_gives_bit_for_bit(string name, NeighborSimilarity similarity)
    {
        var model = Fit(name, similarity);
        var scores = Fitted.AllScores(model);
        Assert.Equal(similarity.ReadsRatings(), model.PredictsRatings);
        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal(Fitted.Bits(scores[i]), Fitted.Bits(model.Predict(i / Data.ColumnCount, i % Data.ColumnCount)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_stored_model_comes_back_as_it_was(string name, NeighborSimilarity similarity)
    {
        var model = Fit(name, similarity);
        var bytes = Fitted.SavedBytes(model);
        var loaded = Fitted.Load(name, bytes, Data);
        Assert.Equal(bytes, Fitted.SavedBytes(loaded));
        Assert.Equal(Fitted.AllScores(model).Select(Fitted.Bits), Fitted.AllScores(loaded).Select(Fitted.Bits));
        Assert.Equal(NewUserScores(model, 3), NewUserScores(loaded, 3));
        Assert.Equal(model.SimilarItems(5, 10), loaded.SimilarItems(5, 10));
        Assert.Throws<InvalidDataException>(() => Fitted.Load(name, bytes[..^1], Data));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_number_of_threads_does_not_change_a_bit(string name, NeighborSimilarity similarity) =>
        Assert.Equal(Fitted.SavedBytes(Fit(name, similarity, 1)), Fitted.SavedBytes(Fit(name, similarity, 3)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_parts_of_an_explanation_sum_to_the_score(string name, NeighborSimilarity similarity)
    {
        var model = Fit(name, similarity);
        var level = similarity.ReadsRatings() ? LevelOf(name, similarity) : null;
        int[] items = [.. Enumerable.Range(0, Data.ColumnCount)];
        for (var user = 0; user < 25; user++)
        {
            var parts = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), items, int.MaxValue);
            foreach (var item in items)
            {
                var score = model.Predict(user, item) - (level?.Predict(user, item) ?? 0);
                if (level is null && score <= 0)
                {
                    // Nobody speaks for it: it stands by its share of the users, below all others.
                    Assert.Equal(Data.CountColumns()[item] / 60f - 1, score);
                    Assert.Empty(parts[item]);
                    Assert.Equal(ReasonKind.Popular, model.KindOf(user, item, parts[item]));
                    continue;
                }

                Assert.Equal(score, parts[item].Sum(part => part.Score), 1e-5 * Math.Max(1, Math.Abs(score)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Somebody_new_with_the_rows_of_a_user_gets_that_user_s_scores(string name, NeighborSimilarity similarity)
    {
        if (name == "UserKnn")
        {
            // The user's own rows would be the new one's best neighbour: fitted without the user they are not.
            var user = 7;
            var without = Without(user);
            var scores = NewUserScores(Fit(name, similarity, data: without), user);
            Assert.All(scores, score => Assert.True(float.IsFinite(score)));
            Assert.NotEqual(NewUserScores(Fit(name, similarity, data: without), user + 1), scores);
            return;
        }

        var model = Fit(name, similarity);
        var all = Fitted.AllScores(model);
        for (var user = 0; user < Data.RowCount - 1; user++)
        {
            Assert.Equal(all[(user * Data.ColumnCount)..((user + 1) * Data.ColumnCount)], NewUserScores(model, user));
        }
    }

    private static IRecommender Fit(string name, NeighborSimilarity similarity, int threads = 2, SparseMatrix? data = null)
    {
        var context = FitContext.Default with { Workers = new Workers(threads) };
        return name == "ItemKnn"
            ? new ItemKnn().Fit(data ?? Data, new ItemKnnOptions { Similarity = similarity, Neighbors = 6, Shrinkage = 2 }, context)
            : new UserKnn().Fit(data ?? Data, new UserKnnOptions { Similarity = similarity, Neighbors = 6, Shrinkage = 2 }, context);
    }

    private static BiasModel LevelOf(string name, NeighborSimilarity similarity) =>
        CenteredRatings.Fit(Data, similarity, name == "ItemKnn", new ItemKnnOptions(), FitContext.Default).Levels;

    private static float[] NewUserScores(IRecommender model, int user)
    {
        var scores = new float[Data.ColumnCount];
        model.ScoreNewUser(Data.ColumnsOf(user), Data.ValuesOf(user), scores);
        return scores;
    }

    private static SparseMatrix Without(int user)
    {
        var entries = RandomInteractions.Entries(60, 45, 0.2, 17).Where(entry => entry.User != user).ToList();
        return SparseMatrix.FromEntries(60, 45, [.. entries.Select(e => e.User)], [.. entries.Select(e => e.Item)], [.. entries.Select(e => e.Value)]);
    }
}
