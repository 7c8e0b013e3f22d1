using RecTools.Algorithms;

namespace RecTools.Tests;

public class UserKnnTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(60, 45, 0.2, 17);

    [Theory]
    [InlineData(3, 0.5)]
    [InlineData(1000, 0)]
    public void A_prediction_is_the_level_and_the_weighted_mean_of_the_most_similar_raters(int neighbors, double levelWeight)
    {
        var options = new UserKnnOptions { Similarity = NeighborSimilarity.MeanCentered, Neighbors = neighbors, LevelWeight = levelWeight, Shrinkage = 2 };
        var model = new UserKnn().Fit(Data, options, FitContext.Default);
        var table = SlowNeighbors.Dense(Data);
        var centered = SlowNeighbors.Centered(table, NeighborSimilarity.MeanCentered);
        var residuals = CenteredRatings.Fit(Data, NeighborSimilarity.MeanCentered, betweenItems: false, options, FitContext.Default).Residuals;
        var similar = new RatingNeighbors(residuals, new RatingSettings(NeighborSimilarity.MeanCentered, 1, 99, 2, 1, 0)).FindAll(FitContext.Default);
        for (var user = 0; user < Data.RowCount - 1; user++)
        {
            for (var item = 0; item < Data.ColumnCount; item++)
            {
                var used = similar.Of(user).ToArray().Where(neighbor => table[neighbor.Item][item] is not null).Take(neighbors).ToList();
                var weight = levelWeight + used.Sum(neighbor => neighbor.Score);
                var expected = table[user].Average()!.Value + (weight > 0 ? used.Sum(neighbor => neighbor.Score * centered[neighbor.Item][item]!.Value) / weight : 0);
                Assert.Equal(expected, model.Predict(user, item), 1e-4);
            }
        }
    }

    [Fact]
    public void A_score_is_the_sum_over_similar_users_of_similarity_times_value()
    {
        var model = new UserKnn().Fit(Data, new UserKnnOptions { Similarity = NeighborSimilarity.Cosine, Neighbors = 5 }, FitContext.Default);
        var table = SlowNeighbors.Dense(Data);
        for (var user = 0; user < Data.RowCount - 1; user++)
        {
            var similar = Enumerable.Range(0, Data.RowCount).Where(other => other != user)
                .Select(other => (Other: other, Similarity: SlowNeighbors.OfPreferences(table, user, other, NeighborSimilarity.Cosine, 0, 0)))
                .OrderByDescending(pair => pair.Similarity).Take(5).ToList();
            for (var item = 0; item < Data.ColumnCount; item++)
            {
                // What no neighbour has comes after everything else, by its share of the users.
                var sum = similar.Sum(pair => pair.Similarity * (table[pair.Other][item] ?? 0));
                Assert.Equal(sum > 0 ? sum : ((double)table.Count(row => row[item] is not null) / Data.RowCount) - 1, model.Predict(user, item), 1e-4);
            }
        }
    }

    [Fact]
    public void Ratings_are_predicted_better_than_asked_for()
    {
        // Surprise's KNNWithMeans .9525. The settings were found on a part of the train rows.
        var error = Enumerable.Range(1, 5).Average(number =>
        {
            var fold = RealRatings.Fold(number);
            return RealRatings.Measure(new UserKnn().Fit(fold.Train, new UserKnnOptions(), FitContext.Default), fold, "RMSE");
        });
        Assert.InRange(error, 0.90, 0.9190);
    }
}
