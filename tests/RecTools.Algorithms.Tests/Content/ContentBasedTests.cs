using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class ContentBasedTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(40, 60, 0.3, 3);

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void A_taste_is_the_ridge_regression_of_the_user_s_ratings(int featureCount)
    {
        // Few features: the normal equations; many: the dual form.
        var features = RandomFeatures.Make(60, featureCount, 0.4, 9);
        var model = Fit(features, new ContentBasedOptions { Profile = ContentProfile.Ridge, Regularization = 2, InterceptRegularization = 3 });
        var x = Dense(features);
        var mean = Data.Value.Average(value => (double)value);
        for (var user = 0; user < Data.RowCount - 1; user++)
        {
            var items = Data.ColumnsOf(user).ToArray();
            var own = Matrix<double>.Build.Dense(items.Length, featureCount + 1, (i, k) => k < featureCount ? x[items[i], k] : 1);
            var target = Vector<double>.Build.DenseOfEnumerable(Data.ValuesOf(user).ToArray().Select(value => value - mean));
            var ridge = Matrix<double>.Build.DiagonalOfDiagonalArray([.. Enumerable.Repeat(2.0, featureCount), 3.0]);
            var taste = ((own.Transpose() * own) + ridge).Solve(own.Transpose() * target);
            for (var item = 0; item < Data.ColumnCount; item++)
            {
                var expected = mean + taste[featureCount] + Enumerable.Range(0, featureCount).Sum(k => taste[k] * x[item, k]);
                Assert.Equal(expected, model.Predict(user, item), 1e-3);
            }
        }
    }

    [Fact]
    public void A_cosine_is_that_of_the_item_and_the_weighted_mean_of_what_the_user_has()
    {
        var features = RandomFeatures.Make(60, 12, 0.4, 9);
        var model = Fit(features, new ContentBasedOptions { Profile = ContentProfile.Cosine });
        Assert.False(model.PredictsRatings);
        var x = Dense(features);
        var units = Matrix<double>.Build.DenseOfRowVectors(x.EnumerateRows().Select(row => row.L2Norm() > 0 ? row / row.L2Norm() : row));
        for (var user = 0; user < Data.RowCount - 1; user++)
        {
            var profile = Vector<double>.Build.Dense(12);
            for (var i = Data.RowStart[user]; i < Data.RowStart[user + 1]; i++)
            {
                profile += units.Row(Data.Column[i]) * Data.Value[i];
            }

            for (var item = 0; item < Data.ColumnCount; item++)
            {
                Assert.Equal(profile * units.Row(item) / profile.L2Norm(), model.Predict(user, item), 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(ContentProfile.Ridge)]
    [InlineData(ContentProfile.Cosine)]
    public void The_parts_of_an_explanation_are_features_of_the_item_and_sum_to_the_score(ContentProfile profile)
    {
        var features = RandomFeatures.Make(60, 20, 0.3, 9);
        var model = Fit(features, new ContentBasedOptions { Profile = profile });
        var names = ((IFeatureModel)model).FeatureNames;
        int[] items = [.. Enumerable.Range(0, 60)];
        for (var user = 0; user < 20; user++)
        {
            // What all scores of the user have in common is the score of an item without features.
            var level = model.Predict(user, -1);
            var parts = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), items, int.MaxValue);
            foreach (var item in items)
            {
                Assert.Equal(model.Predict(user, item) - level, parts[item].Sum(part => part.Score), 1e-4);
                Assert.Empty(parts[item].Select(part => part.Feature).Except(features.Matrix.ColumnsOf(item).ToArray()));
                Assert.All(parts[item], part => Assert.Equal($"F={part.Feature}", names[part.Feature]));
            }
        }
    }

    [Fact]
    public void Somebody_new_with_the_rows_of_a_user_gets_that_user_s_scores()
    {
        var model = Fit(RandomFeatures.Make(60, 20, 0.3, 9), new ContentBasedOptions());
        var all = Fitted.AllScores(model);
        var scores = new float[60];
        for (var user = 0; user < Data.RowCount; user++)
        {
            model.ScoreNewUser(Data.ColumnsOf(user), Data.ValuesOf(user), scores);
            Assert.Equal(all[(user * 60)..((user + 1) * 60)], scores);
        }
    }

    [Fact]
    public void Other_users_do_not_matter_but_for_the_mean()
    {
        var features = RandomFeatures.Make(60, 20, 0.3, 9);
        var alone = new SparseMatrix(60, [0, Data.CountOf(4)], Data.ColumnsOf(4).ToArray(), Data.ValuesOf(4).ToArray());
        var options = new ContentBasedOptions { Profile = ContentProfile.Cosine };
        var model = new ContentBased().Fit(alone, options, FitContext.Default with { Side = new SideData { ItemFeatures = features } });
        Assert.Equal(Fitted.AllScores(Fit(features, options))[(4 * 60)..(5 * 60)], Fitted.AllScores(model));
    }

    [Fact]
    public void An_item_that_nobody_has_is_recommended_for_its_features()
    {
        // Users like red (feature 0) or blue (feature 1) items; the last two items are new.
        var features = new EntityFeatures(
            SparseMatrix.FromEntries(12, 2, [.. Enumerable.Range(0, 12)], [.. Enumerable.Range(0, 12).Select(item => item % 2)], [.. Enumerable.Repeat(1f, 12)]),
            [new FeatureName("Color", "red"), new FeatureName("Color", "blue")]);
        var rows = Enumerable.Range(0, 20).SelectMany(user => Enumerable.Range(0, 10).Select(item => (User: user, Item: item, Value: item % 2 == user % 2 ? 5f : 1f))).ToList();
        var data = SparseMatrix.FromEntries(20, 12, [.. rows.Select(row => row.User)], [.. rows.Select(row => row.Item)], [.. rows.Select(row => row.Value)]);
        var model = new ContentBased().Fit(data, new ContentBasedOptions(), FitContext.Default with { Side = new SideData { ItemFeatures = features } });
        var lists = TopItemsForUsers.Select(model, data, 0, 20, 2, new Workers(2));
        for (var user = 0; user < 20; user++)
        {
            Assert.Equal(10 + (user % 2), lists.Of(user)[0].Item);
            Assert.Equal($"Color={(user % 2 == 0 ? "red" : "blue")}", ((IFeatureModel)model).FeatureNames[model.Explain(user, data.ColumnsOf(user), data.ValuesOf(user), [10 + (user % 2)], 1)[0][0].Feature]);
        }

        Assert.Equal(ReasonKind.Content, model.KindOf(0, 10, []));
        Assert.Equal([0, 2, 4], model.SimilarItems(10, 3).Select(entry => entry.Item));
    }

    [Fact]
    public void Features_of_other_items_are_refused() => Assert.Throws<ArgumentException>(
        () => new ContentBased().Fit(Data, new ContentBasedOptions(), FitContext.Default with { Side = new SideData { ItemFeatures = RandomFeatures.Make(59, 5, 0.5, 1) } }));

    [Fact]
    public void Items_that_nobody_has_yet_are_ranked_better_than_by_popularity()
    {
        var ratings = RealRatings.Read("ml-100k/u.data", 943, 1682);
        var context = FitContext.Default with { Side = new SideData { ItemFeatures = RealRatings.Films() } };
        var split = Splits.Make(ratings, null, SplitKind.ColdItem, 0.2, 42);
        var content = new ContentBased().Fit(split.Train, new ContentBasedOptions { Profile = ContentProfile.Cosine }, context);
        var popular = new Popularity().Fit(split.Train, new PopularityOptions(), FitContext.Default);
        Assert.InRange(RealRatings.Measure(content, split, "nDCG"), RealRatings.Measure(popular, split, "nDCG") + 0.01, 1);
    }

    private static IRecommender Fit(EntityFeatures features, ContentBasedOptions options) =>
        new ContentBased().Fit(Data, options, FitContext.Default with { Side = new SideData { ItemFeatures = features } });

    private static Matrix<double> Dense(EntityFeatures features)
    {
        var dense = Matrix<double>.Build.Dense(features.Matrix.RowCount, features.Matrix.ColumnCount);
        for (var row = 0; row < dense.RowCount; row++)
        {
            for (var i = features.Matrix.RowStart[row]; i < features.Matrix.RowStart[row + 1]; i++)
            {
                dense[row, features.Matrix.Column[i]] = features.Matrix.Value[i];
            }
        }

        return dense;
    }
}
