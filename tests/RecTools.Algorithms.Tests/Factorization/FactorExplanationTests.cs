using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What each item of a history adds to a score, on a thousand recommendations from real ratings.</summary>
public class FactorExplanationTests
{
    [Fact]
    public void The_parts_of_a_score_of_Als_sum_to_it_with_what_somebody_unknown_would_get()
    {
        var data = RealRatings.Fold(1).Train;
        Check(new Als().Fit(data, new AlsOptions { Factors = 31, Sweeps = 8 }, FitContext.Default), data, (model, item) => model.Predict(-1, item));
    }

    [Fact]
    public void The_parts_of_a_score_of_ImplicitAls_sum_to_it()
    {
        var data = RealRatings.Stratified().Train;
        Check(new ImplicitAls().Fit(data, new ImplicitAlsOptions { Factors = 32, Sweeps = 8 }, FitContext.Default), data, (_, _) => 0);
    }

    private static void Check(IRecommender model, SparseMatrix data, Func<IRecommender, int, float> start)
    {
        var lists = TopItemsForUsers.Select(model, data, 0, 100, 10, new Workers());
        for (var user = 0; user < 100; user++)
        {
            int[] items = [.. lists.Of(user).ToArray().Select(entry => entry.Item)];
            var parts = model.Explain(user, data.ColumnsOf(user), data.ValuesOf(user), items, int.MaxValue);
            Assert.Equal(10, items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                Assert.Equal(lists.Of(user)[i].Score, start(model, items[i]) + parts[i].Sum(part => (double)part.Score), 1e-4);
            }
        }
    }
}
