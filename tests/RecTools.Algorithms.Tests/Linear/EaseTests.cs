using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class EaseTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(45, true)]
    [InlineData(128, false)]
    [InlineData(300, true)]
    public void Scores_are_those_of_the_closed_form(int items, bool weighByValue)
    {
        var data = RandomInteractions.Make(200, items, 0.1, 31);
        var model = new Ease().Fit(data, new EaseOptions { Regularization = 20, WeighByValue = weighByValue }, FitContext.Default);
        var x = Matrix<double>.Build.Dense(200, items);
        for (var user = 0; user < 200; user++)
        {
            for (var i = data.RowStart[user]; i < data.RowStart[user + 1]; i++)
            {
                x[user, data.Column[i]] = weighByValue ? data.Value[i] : 1;
            }
        }

        var inverse = ((x.Transpose() * x) + (20 * Matrix<double>.Build.DenseIdentity(items))).Inverse();
        var weights = Matrix<double>.Build.Dense(items, items, (i, j) => i == j ? 0 : -inverse[i, j] / inverse[j, j]);
        var expected = x * weights;
        for (var user = 0; user < 199; user++)
        {
            for (var item = 0; item < items && data.CountOf(user) > 0; item++)
            {
                Assert.Equal(expected[user, item], model.Predict(user, item), 1e-4);
            }
        }
    }

    [Fact]
    public void Somebody_new_with_the_rows_of_a_user_gets_that_user_s_scores()
    {
        var data = RandomInteractions.Make(60, 150, 0.2, 17);
        var model = new Ease().Fit(data, new EaseOptions(), FitContext.Default);
        var all = Fitted.AllScores(model);
        var scores = new float[data.ColumnCount];
        for (var user = 0; user < data.RowCount; user++)
        {
            model.ScoreNewUser(data.ColumnsOf(user), data.ValuesOf(user), scores);
            Assert.Equal(all[(user * data.ColumnCount)..((user + 1) * data.ColumnCount)], scores);
        }
    }

    [Fact]
    public void The_parts_of_an_explanation_sum_to_the_score_on_a_thousand_real_rows()
    {
        var data = RealRatings.Stratified();
        var model = new Ease().Fit(data.Train, new EaseOptions(), FitContext.Default);
        var lists = TopItemsForUsers.Select(model, data.Train, 0, 100, 10, new Workers());
        for (var user = 0; user < 100; user++)
        {
            int[] items = [.. lists.Of(user).ToArray().Select(entry => entry.Item)];
            var parts = model.Explain(user, data.Train.ColumnsOf(user), data.Train.ValuesOf(user), items, int.MaxValue);
            Assert.Equal(10, items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                Assert.Equal(lists.Of(user)[i].Score, parts[i].Sum(part => part.Score), 1e-4);
            }
        }
    }

    [Fact]
    public void A_regularisation_that_rounding_errors_exceed_is_refused()
    {
        // Two items that everybody has make the matrix singular but for the regularisation.
        var users = Enumerable.Range(0, 5000).SelectMany(user => new[] { user, user }).ToArray();
        var data = SparseMatrix.FromEntries(5000, 2, users, [.. users.Select((_, i) => i % 2)], [.. users.Select(_ => 1f)]);
        var error = Assert.Throws<RecException>(() => new Ease().Fit(data, new EaseOptions { Regularization = 1e-5 }, FitContext.Default));
        Assert.Equal("RegularizationTooSmall", error.ErrorId);
        Assert.True(float.IsFinite(new Ease().Fit(data, new EaseOptions { Regularization = 1 }, FitContext.Default).Predict(0, 0)));
    }

    [Fact]
    public void The_estimate_grows_with_the_square_of_the_items()
    {
        var algorithm = Fitted.Recommender("Ease");
        var small = algorithm.Estimate(1000, 10_000, 100_000, new EaseOptions());
        var large = algorithm.Estimate(1000, 100_000, 100_000, new EaseOptions());
        Assert.InRange((double)large.Bytes / small.Bytes, 90, 110);
        Assert.InRange(large.Bytes, 60e9, 62e9);
    }

    [Fact]
    public void The_published_figures_come_out()
    {
        // The reference run with lambda 300: nDCG .4842, MAP .1499.
        var data = RealRatings.Stratified();
        var model = new Ease().Fit(data.Train, new EaseOptions(), FitContext.Default);
        Assert.Equal(0.4842, Math.Round(RealRatings.Measure(model, data, "nDCG"), 4));
        Assert.Equal(0.1499, Math.Round(RealRatings.Measure(model, data, "MAP"), 4));
    }
}
