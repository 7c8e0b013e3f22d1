using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>How good blends are beside their parts, with weights learned on rows held back within the training rows.</summary>
internal sealed class HybridBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "hybrid";

    /// <inheritdoc/>
    public string Summary => "RMSE and nDCG of Hybrid beside its parts on ML-100K, with the weights that it learned";

    private static readonly string[] PartsForRatings = ["BayesianFactorization", "ItemKnn", "UserKnn", "Als", "ContentBased"];
    private static readonly string[] PartsForLists = ["Ease", "ImplicitAls", "ItemKnn"];

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        foreach (var name in PartsForRatings)
        {
            var (algorithm, options) = Part(name);
            AccuracyBenchmark.RatingErrors(report, $"{name}, features", AccuracyBenchmark.WithFeatures<object>(algorithm.Fit), options);
        }

        AccuracyBenchmark.RatingErrors(report, "Hybrid, features", AccuracyBenchmark.WithFeatures<HybridOptions>(Fit(report)), new HybridOptions(), 0.895);
        report.Try("ml-100k stratified75", () =>
        {
            var data = RatingData.Read("ml-100k/stratified75.train.csv", "ml-100k/stratified75.test.csv", asOnes: true);
            foreach (var name in PartsForLists)
            {
                var (algorithm, options) = Part(name);
                report.Add($"ml-100k stratified75 {name}", "nDCG@10", AccuracyBenchmark.Measure(algorithm.Fit(data.Train, options, FitContext.Default), data)["nDCG"]);
            }

            var (seconds, model) = Stopwatches.Time(() => new Hybrid().Fit(data.Train, new HybridOptions(), FitContext.Default));
            Weights(report, "ml-100k stratified75 Hybrid", model);
            report.AddAtLeast("ml-100k stratified75 Hybrid", "nDCG@10", AccuracyBenchmark.Measure(model, data)["nDCG"], 0.490);
            report.Add("ml-100k stratified75 Hybrid", "fit seconds", seconds);
        });
    }

    private static (IRecommenderAlgorithm Algorithm, object Options) Part(string name)
    {
        var algorithm = (IRecommenderAlgorithm)AlgorithmCatalog.Find(name)!;
        return (algorithm, Activator.CreateInstance(algorithm.OptionsType)!);
    }

    private static Func<SparseMatrix, HybridOptions, FitContext, IRecommender> Fit(BenchmarkReport report) => (rows, options, context) =>
    {
        var model = new Hybrid().Fit(rows, options, context);
        Weights(report, "ml-100k Hybrid, a fold", model);
        return model;
    };

    /// <summary>Adds the weights of a blend.</summary>
    public static void Weights(BenchmarkReport report, string ofCase, IRecommender model)
    {
        foreach (var (name, value) in ((IFitFacts)model).Facts)
        {
            report.Add(ofCase, name, value);
        }
    }
}
