using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Figures on MovieLens with default settings, which were found on parts of its train rows.</summary>
public class RealEmbeddingTests
{
    [Fact]
    public void The_error_over_five_folds_is_as_low_as_asked_for() =>
        Assert.InRange(
            Enumerable.Range(1, 5).Average(fold =>
            {
                var data = RealRatings.Fold(fold);
                return RealRatings.Measure(new Embedding().Fit(data.Train, new(), FitContext.Default), data, "RMSE");
            }),
            0.90,
            0.935);

    [Fact]
    public void Rankings_are_better_than_those_of_published_networks()
    {
        var data = RealRatings.Stratified();
        var model = new Embedding().Fit(data.Train, new() { Aim = EmbeddingAim.Implicit, Epochs = 15 }, FitContext.Default);
        Assert.InRange(RealRatings.Measure(model, data, "nDCG"), 0.42, 1);
    }

    [Fact]
    public void Different_users_get_different_lists()
    {
        var ratings = RealRatings.Read("ml-1m/ratings.csv.gz", 6040, 3952);
        var model = new Embedding().Fit(ratings, new() { Epochs = 3 }, FitContext.Default);
        var lists = TopItemsForUsers.Select(model, ratings, 0, 6040, 10, new Workers());
        var commonest = Enumerable.Range(0, 6040)
            .GroupBy(user => string.Join(' ', lists.Of(user).ToArray().Select(entry => entry.Item)))
            .Max(group => group.Count());
        Assert.True(commonest < 60, $"{commonest} users share one list");
    }
}
