using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class BayesianExpectationTests
{
    private const int Hidden = 7;
    private static readonly SparseMatrix Data = RandomInteractions.Make(60, 45, 0.3, 17);
    private static readonly BayesianFactorizationOptions Few = new() { Factors = 5, Sweeps = 12, BurnIn = 4, Samples = 4 };

    [Fact]
    public void Rows_of_noise_have_the_precision_asked_for()
    {
        var precision = Matrix<double>.Build.DenseOfArray(new double[,] { { 4, 1, 0 }, { 1, 2, -0.5 }, { 0, -0.5, 1 } });
        var rows = new FactorMatrix(200_000, 3);
        new NormalRows(precision).AddTo(rows, 1, 5, new Workers(2));
        var covariance = SymmetricMatrices.Of(rows.Gram(new Workers(2)), rows) / rows.Rows;
        Assert.True((covariance - precision.Inverse()).InfinityNorm() < 0.02, $"{covariance}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_parts_of_an_explanation_sum_to_what_the_history_adds(bool usesHistory)
    {
        var model = new BayesianFactorization().Fit(Data, Few with { UseHistory = usesHistory }, FitContext.Default);

        // Without features the same is left for everybody: mean, the item's offset, and what is expected of somebody without a history.
        var left = Enumerable.Range(0, 20).Select(user =>
            model.Predict(user, 30) - model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), [30], int.MaxValue)[0].Sum(part => part.Score)).ToArray();
        Assert.All(left, rest => Assert.Equal(left[0], rest, 1e-3));
        if (!usesHistory)
        {
            Assert.Equal(model.Predict(-1, 30), left[0], 1e-3);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_features_the_parts_of_an_explanation_sum_to_all_that_sets_a_user_apart(bool usesHistory)
    {
        var features = RandomFeatures.Make(Data.RowCount, 6, 0.5, 5);
        var context = FitContext.Default with { Side = new SideData { UserFeatures = features } };
        var model = new BayesianFactorization().Fit(Data, Few with { UseHistory = usesHistory }, context);
        Assert.Equal(["F=0", "F=1", "F=2", "F=3", "F=4", "F=5"], ((IFeatureModel)model).FeatureNames);
        var left = new List<float>();
        foreach (var user in Enumerable.Range(0, Data.RowCount).Where(user => features.Matrix.CountOf(user) > 0))
        {
            var parts = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), [30], int.MaxValue)[0];
            Assert.Equal(features.Matrix.ColumnsOf(user).ToArray(), parts.Where(part => part.Feature >= 0).Select(part => part.Feature).Order());
            left.Add(model.Predict(user, 30) - parts.Sum(part => part.Score));
        }

        Assert.All(left, rest => Assert.Equal(left[0], rest, 5e-3));
    }

    [Fact]
    public void Items_without_ratings_are_predicted_from_their_features()
    {
        // Ratings of half of the items are high, those of the other half low, and a feature says which; the last four items have no ratings.
        const int Users = 60;
        const int Items = 24;
        var random = new SeededRandom(3);
        var rows = Enumerable.Range(0, Users).SelectMany(user => Enumerable.Range(0, Items - 4).Where(_ => random.Next(2) == 0).Select(item => (user, item))).ToArray();
        var data = SparseMatrix.FromEntries(
            Users, Items, [.. rows.Select(row => row.user)], [.. rows.Select(row => row.item)], [.. rows.Select(row => row.item % 2 == 0 ? 4.5f : 1.5f)]);
        var features = SparseMatrix.FromEntries(
            Items, 2, [.. Enumerable.Range(0, Items)], [.. Enumerable.Range(0, Items).Select(item => item % 2)], [.. Enumerable.Repeat(1f, Items)]);
        var side = new SideData { ItemFeatures = new EntityFeatures(features, [new("Genre", "A"), new("Genre", "B")]) };
        var model = new BayesianFactorization().Fit(data, new BayesianFactorizationOptions { Factors = 3 }, FitContext.Default with { Side = side });
        Assert.Equal(4.5, model.Predict(5, Items - 2), 0.5);
        Assert.Equal(1.5, model.Predict(5, Items - 1), 0.5);
    }

    [Fact]
    public void Draws_are_kept_evenly_and_the_last_always_counts()
    {
        var options = new BayesianFactorizationOptions { Sweeps = 20, BurnIn = 8, Samples = 4 };
        Assert.Equal([10, 13, 16, 19], Enumerable.Range(0, 20).Where(options.Keeps));
        Assert.Equal([2], Enumerable.Range(0, 3).Where(new BayesianFactorizationOptions { Sweeps = 3, BurnIn = 8 }.Keeps));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Films_without_ratings_are_predicted_as_well_as_by_the_levels_of_users(bool usesHistory)
    {
        var base1 = RealRatings.Fold(1).Train;
        var data = new TrainTest(
            base1.Where(entry => base1.Column[entry] % Hidden != 0, out _), base1.Where(entry => base1.Column[entry] % Hidden == 0, out _));
        var context = FitContext.Default with { Side = new SideData { ItemFeatures = RealRatings.Films(), UserFeatures = RealRatings.Users() } };
        var bias = RealRatings.Measure(new Bias().Fit(data.Train, new BiasOptions(), FitContext.Default), data, "RMSE");
        var bayesian = RealRatings.Measure(
            new BayesianFactorization().Fit(data.Train, new() { Sweeps = 80, UseHistory = usesHistory }, context), data, "RMSE");
        Assert.True(bayesian < bias, $"{bayesian} against {bias}");
    }
}
