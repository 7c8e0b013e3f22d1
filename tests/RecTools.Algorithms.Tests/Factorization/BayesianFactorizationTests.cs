using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class BayesianFactorizationTests
{
    private const int Users = 80;
    private const int Items = 60;
    private static readonly SparseMatrix Data = RandomInteractions.Make(20, 15, 0.4, 17);

    [Fact]
    public void Rows_are_drawn_around_the_closed_form_mean_with_the_closed_form_covariance()
    {
        const double Precision = 1.5;
        const int Draws = 400;
        var columns = new AlsSide(Data.ColumnCount, 3);
        columns.Vectors.Randomize(0.5, 3, 1);
        columns.SetOnes();
        Array.Fill(columns.Offsets, 0.25f);
        var side = new GibbsSide(Data, [], 3, new SeededSource(5, 1));
        side.State.SetOnes();
        var means = new FactorMatrix(Data.RowCount, 4);
        var sum = Vector<double>.Build.Dense(4);
        double distance = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            side.Draw(3, columns, Precision, means, new Workers());
            for (var row = 0; row < Data.RowCount; row++)
            {
                var (expected, precision) = Posterior(columns, side, row, Precision);
                var off = Drawn(side.State, row) - expected;
                Assert.True((OfRow(means, row) - expected).L2Norm() < 2e-3 * (1 + expected.L2Norm()));
                distance += off * precision * off;
                sum += off;
            }
        }

        // Squared distances measured by the precision are those of as many standard normal numbers as there are factors and offset.
        Assert.Equal(4, distance / (Draws * Data.RowCount), 0.15);
        Assert.True(sum.Divide(Draws * Data.RowCount).L2Norm() < 0.03);
    }

    [Fact]
    public void Weights_of_features_are_those_of_a_ridge_regression()
    {
        var design = RandomInteractions.Make(60, 5, 0.5, 3);
        var right = new FactorMatrix(5, 3);
        right.Randomize(1, 4, 1);
        var x = Matrix<double>.Build.Dense(60, 5, (i, j) => SlowLeastSquares.Dense(design)[i, j] ?? 0);
        var expected = ((x.TransposeThisAndMultiply(x) + (7 * Matrix<double>.Build.DenseIdentity(5))).Inverse()
            * Matrix<double>.Build.Dense(5, 3, (i, j) => right.Row(i)[j])).ToArray();
        var solution = new FactorMatrix(5, 3);
        new RidgeSolver(design, 3).Solve(right, 7, solution, new Workers());
        for (var feature = 0; feature < 5; feature++)
        {
            for (var k = 0; k < 3; k++)
            {
                Assert.Equal(expected[feature, k], solution.Row(feature)[k], 1e-3);
            }
        }
    }

    [Fact]
    public void Planted_factors_are_found_better_than_by_least_squares_where_ratings_are_few()
    {
        var (train, truth) = Planted(0.25, 0);
        var bayesian = ErrorOf(new BayesianFactorization().Fit(train, new() { Factors = 4 }, FitContext.Default), truth, 0);
        var als = ErrorOf(new Als().Fit(train, new() { Factors = 4 }, FitContext.Default), truth, 0);
        Assert.True(bayesian < 0.9 * als, $"{bayesian} against {als}");
    }

    [Fact]
    public void Features_tell_of_items_that_nobody_has_rated()
    {
        const int Unrated = 15;
        var (train, truth) = Planted(0.5, Unrated);
        var kinds = SparseMatrix.FromEntries(
            Items, 3, [.. Enumerable.Range(0, Items)], [.. Enumerable.Range(0, Items).Select(item => item % 3)], Enumerable.Repeat(1f, Items).ToArray());
        var side = new SideData { ItemFeatures = new EntityFeatures(kinds, [new("Kind", "a"), new("Kind", "b"), new("Kind", "c")]) };
        var options = new BayesianFactorizationOptions { Factors = 4 };
        var without = ErrorOf(new BayesianFactorization().Fit(train, options, FitContext.Default), truth, Unrated);
        var with = ErrorOf(new BayesianFactorization().Fit(train, options, FitContext.Default with { Side = side }), truth, Unrated);
        Assert.True(with < 0.7 * without, $"{with} against {without}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Somebody_new_with_the_ratings_of_a_user_gets_nearly_that_user_s_scores(bool usesHistory)
    {
        var model = new BayesianFactorization().Fit(Data, new() { Factors = 4, Sweeps = 20, BurnIn = 5, UseHistory = usesHistory }, FitContext.Default);
        var all = Fitted.AllScores(model);
        var scores = new float[Data.ColumnCount];
        for (var user = 0; user < Data.RowCount; user++)
        {
            model.ScoreNewUser(Data.ColumnsOf(user), Data.ValuesOf(user), scores);
            Assert.All(scores.Zip(all.Skip(user * Data.ColumnCount)), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_features_a_model_is_the_same_at_any_number_of_threads_and_comes_back_as_it_was(bool usesHistory)
    {
        var features = new EntityFeatures(RandomInteractions.Make(20, 5, 0.5, 3), [.. Enumerable.Range(0, 5).Select(i => new FeatureName("F", $"{i}"))]);
        var options = new BayesianFactorizationOptions { Factors = 4, Sweeps = 12, BurnIn = 4, UseHistory = usesHistory };
        var models = new[] { 1, 4 }.Select(threads => new BayesianFactorization().Fit(
            Data, options, new FitContext(new Workers(threads), 7, SilentObserver.Instance) { Side = new SideData { UserFeatures = features } })).ToArray();
        var bytes = Fitted.SavedBytes(models[0]);
        Assert.Equal(bytes, Fitted.SavedBytes(models[1]));
        Assert.Equal(Fitted.AllScores(models[0]), Fitted.AllScores(Fitted.Load("BayesianFactorization", bytes, Data)));
    }

    [Fact]
    public void The_first_fold_of_real_ratings_with_features_is_predicted_as_well_as_asked_for()
    {
        var data = RealRatings.Fold(1);
        var side = new SideData
        {
            ItemFeatures = RealRatings.Films(),
            UserFeatures = RealRatings.Users(),
        };
        var model = new BayesianFactorization().Fit(data.Train, new() { Sweeps = 100 }, FitContext.Default with { Side = side });
        Assert.InRange(RealRatings.Measure(model, data, "RMSE"), 0.87, 0.91);
    }

    private static (Vector<double> Mean, Matrix<double> Precision) Posterior(AlsSide columns, GibbsSide side, int row, double precision)
    {
        var matrix = side.Prior.Precision.Clone();
        var right = matrix * OfRow(side.Prior.Expected, row);
        for (var i = Data.RowStart[row]; i < Data.RowStart[row + 1]; i++)
        {
            var vector = OfRow(columns.Vectors, Data.Column[i]);
            matrix += precision * vector.OuterProduct(vector);
            right += precision * (Data.Value[i] - 3.25) * vector;
        }

        return (matrix.Solve(right), matrix);
    }

    private static Vector<double> OfRow(FactorMatrix matrix, int row) =>
        Vector<double>.Build.Dense(Array.ConvertAll(matrix.Row(row).ToArray(), value => (double)value));

    private static Vector<double> Drawn(AlsSide state, int row)
    {
        var drawn = OfRow(state.Vectors, row);
        drawn[0] = state.Offsets[row];
        return drawn;
    }

    // Items come in three kinds with factors near those of their kind; the first ones have no ratings.
    private static (SparseMatrix Train, float[,] Truth) Planted(double density, int unrated)
    {
        var random = new SeededRandom(11);
        var users = Normal(Users, 3, 0.8f, ref random);
        var kinds = Normal(3, 3, 0.9f, ref random);
        var own = Normal(Items, 3, 0.25f, ref random);
        var truth = new float[Users, Items];
        var entries = new List<(int User, int Item, float Value)>();
        for (var user = 0; user < Users; user++)
        {
            for (var item = 0; item < Items; item++)
            {
                truth[user, item] = 3 + Enumerable.Range(0, 3).Sum(k => users[user, k] * (kinds[item % 3, k] + own[item, k]));
                var noisy = truth[user, item] + (float)(0.4 * random.NextGaussian());
                if (random.NextDouble() < density && item >= unrated)
                {
                    entries.Add((user, item, noisy));
                }
            }
        }

        return (SparseMatrix.FromEntries(
            Users, Items, [.. entries.Select(e => e.User)], [.. entries.Select(e => e.Item)], [.. entries.Select(e => e.Value)]), truth);
    }

    private static float[,] Normal(int rows, int columns, float deviation, ref SeededRandom random)
    {
        var numbers = new float[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                numbers[row, column] = (float)(deviation * random.NextGaussian());
            }
        }

        return numbers;
    }

    // Root of the mean squared error over all pairs, or over those of the first items alone.
    private static double ErrorOf(IRecommender model, float[,] truth, int firstItems)
    {
        var items = firstItems == 0 ? Items : firstItems;
        var errors = from user in Enumerable.Range(0, Users) from item in Enumerable.Range(0, items) select Math.Pow(truth[user, item] - model.Predict(user, item), 2);
        return Math.Sqrt(errors.Average());
    }
}
