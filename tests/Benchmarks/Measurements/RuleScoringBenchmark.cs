using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>How well lists are that various formulas make of the same rules. To choose, rows set aside of the training rows are looked at.</summary>
internal sealed class RuleScoringBenchmark : IBenchmark
{
    private const int K = 10;
    private const double Share = 0.2;

    /// <inheritdoc/>
    public string Name => "rule-scoring";

    /// <inheritdoc/>
    public string Summary => "nDCG@10 of formulas that make one score of many rules";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("Online Retail", () =>
        {
            using var rows = new DelimitedFileReader(new InteractionSource { Path = RatingFile.PathOf("online-retail/OnlineRetail.csv.gz") });
            var retail = OrderData.Read(rows, "InvoiceNo", "CustomerID", "StockCode", "Quantity");
            Measure(report, "Online Retail 0.5 %, 10 %", retail, new AssociationRulesOptions { MinSupport = 0.005, MinConfidence = 0.1 });
            Measure(report, "Online Retail 1 %, 50 %", retail, new AssociationRulesOptions { MinSupport = 0.01, MinConfidence = 0.5 });
            Measure(report, "Online Retail Auto", retail, new AssociationRulesOptions());
        });
        using var lines = SampleShop.Make(new SampleShopOptions()).Tables.Single(table => table.Name == "OrderLine").Open();
        var shop = OrderData.Read(lines, "OrderId", "CustomerId", "ProductId", "Quantity");
        Measure(report, "sample shop 0.1 %, 5 %", shop, new AssociationRulesOptions { MinSupport = 0.001, MinConfidence = 0.05 });
        Measure(report, "sample shop Auto", shop, new AssociationRulesOptions());
        report.Try("ml-100k", () => Measure(
            report, "ml-100k 10 %, 20 %, 3 items", OrderData.FromHistories(RatingData.Read("ml-100k/u.data", asOnes: true)), new AssociationRulesOptions { MinSupport = 0.1, MaxItems = 3 }));
        report.Try("groceries", () => Measure(
            report, "groceries 0.1 %, 10 %", OrderData.FromHistories(AsMatrix(BasketFile.Read("groceries/groceries.csv"))), new AssociationRulesOptions { MinSupport = 0.001, MinConfidence = 0.1 }));
    }

    private static void Measure(BenchmarkReport report, string ofCase, OrderData data, AssociationRulesOptions options)
    {
        var whole = Splits.Make(data.Histories, null, SplitKind.RandomUser, Share, 42);
        var inner = Splits.Make(whole.Train, null, SplitKind.RandomUser, Share, 43);
        var model = Fit(data, inner, options);
        report.Add(ofCase, "rules", ((IRuleModel)model).Rules.Count);
        foreach (var (formula, score) in RuleFormulas.All)
        {
            report.Add(ofCase, $"to choose by: {formula}", Ndcg(new CombinedRules(inner.Train, model, score), inner));
        }

        report.Add(ofCase, "test: Popularity", Ndcg(new Popularity().Fit(whole.Train, new PopularityOptions(), FitContext.Default), whole));
        foreach (var scoring in Enum.GetValues<RuleScoring>())
        {
            report.Add(ofCase, $"test: {scoring}", Ndcg(Fit(data, whole, options with { Scoring = scoring }), whole));
        }
    }

    private static IRecommender Fit(OrderData data, TrainTest split, AssociationRulesOptions options) => new AssociationRules().Fit(
        split.Train, options, FitContext.Default with { Side = new SideData { Baskets = data.Within(split.Train) }, MemoryLimit = 1L << 32 });

    private static double Ndcg(IRecommender model, TrainTest split) =>
        Evaluator.Evaluate(model, split.Train, split.Test, K, new EvaluationOptions { Resamples = 0 }, new Workers(), 42).Single(metric => metric.Name == "nDCG").Value;

    private static SparseMatrix AsMatrix(BasketSet baskets) =>
        new(baskets.ItemCount, baskets.Starts.ToArray(), baskets.Entries.ToArray(), [.. Enumerable.Repeat(1f, baskets.EntryCount)]);
}
