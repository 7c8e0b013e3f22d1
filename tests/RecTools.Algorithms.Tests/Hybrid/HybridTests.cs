using RecTools.Algorithms;

namespace RecTools.Tests;

public class HybridTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(120, 60, 0.25, 3);

    [Theory]
    [InlineData(HybridAim.RMSE)]
    [InlineData(HybridAim.nDCG)]
    public void The_parts_of_a_score_sum_to_it_with_the_constant(HybridAim aim)
    {
        var model = Fit(new HybridOptions { Parts = ["Als", "ItemKnn", "UserKnn"], Aim = aim, Folds = 2 });
        Assert.Equal(aim == HybridAim.RMSE, model.PredictsRatings);
        Assert.Equal(["Als", "ItemKnn", "UserKnn"], ((IHybridModel)model).PartNames);
        int[] items = [.. Enumerable.Range(0, 60)];
        var start = double.NaN;
        for (var user = 0; user < 40; user++)
        {
            var parts = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), items, 3);
            foreach (var item in items)
            {
                Assert.Equal([0, 1, 2], parts[item].Select(part => part.Part).Order());
                var rest = model.Predict(user, item) - parts[item].Sum(part => (double)part.Score);
                start = double.IsNaN(start) ? rest : start;
                Assert.Equal(start, rest, 1e-4);
            }
        }

        Assert.True(aim == HybridAim.RMSE || Math.Abs(start) < 1e-4);
    }

    [Fact]
    public void Weights_are_not_negative_and_a_useless_part_gets_next_to_none()
    {
        // A taste that factors find, and a part that says the same of everything.
        var data = Planted();
        var model = Fit(new HybridOptions { Resolved = [Part("Als", new AlsOptions { Factors = 4 }), Part("Bias", new BiasOptions())], Aim = HybridAim.RMSE }, data);
        var weights = ((IFitFacts)model).Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        Assert.InRange(weights["Weight of Als"], 0.8, 1.3);
        Assert.InRange(weights["Weight of Bias"], 0, 0.2);
    }

    [Theory]
    [InlineData(HybridAim.RMSE)]
    [InlineData(HybridAim.nDCG)]
    public void A_blend_is_no_worse_on_other_rows_than_its_worse_part(HybridAim aim)
    {
        var split = Splits.Make(Planted(), null, SplitKind.RandomUser, 0.2, 4);
        var metric = aim == HybridAim.RMSE ? "RMSE" : "nDCG";
        double Of(params string[] parts) => RealRatings.Measure(Fit(new HybridOptions { Parts = parts, Aim = aim }, split.Train), split, metric);
        var (als, knn, blend) = (Of("Als"), Of("ItemKnn"), Of("Als", "ItemKnn"));
        Assert.True(aim == HybridAim.RMSE ? blend <= Math.Max(als, knn) : blend >= Math.Min(als, knn), $"{als} {knn} {blend}");
    }

    [Fact]
    public void Users_are_switched_by_how_much_is_known_of_them()
    {
        var rows = RandomInteractions.Entries(30, 20, 0.5, 9).Where(entry => entry.User > 4 || entry.Item < 4).Where(entry => entry.User is > 1 and < 29 || entry.User == 29).ToList();
        var data = SparseMatrix.FromEntries(30, 20, [.. rows.Select(row => row.User)], [.. rows.Select(row => row.Item)], [.. rows.Select(row => row.Value)]);
        var groups = new UserGroups([.. Enumerable.Range(0, 30).Select(user => user % 2)], ["a", "b"]);
        var side = new SideData { ItemFeatures = RandomFeatures.Make(20, 6, 0.5, 2), Groups = groups };
        var context = FitContext.Default with { Side = side };
        var model = new Hybrid().Fit(data, new HybridOptions { Method = HybridMethod.Switch, Parts = ["ImplicitAls"], FewRows = 5, Aim = HybridAim.nDCG }, context);
        Assert.Equal(ReasonKind.Cluster, model.KindOf(0, (int)Popular(data, groups, 0), []));
        Assert.Equal(ReasonKind.Content, model.KindOf(Enumerable.Range(2, 3).First(user => data.CountOf(user) > 0), 3, []));
        Assert.Equal(ReasonKind.Model, model.KindOf(20, 3, []));
        var alone = new ImplicitAls().Fit(data, new ImplicitAlsOptions(), context);
        Assert.Equal(alone.Predict(20, 3), model.Predict(20, 3));
    }

    [Fact]
    public void Parts_that_cannot_be_are_refused_with_their_names()
    {
        RecException Fails(HybridOptions options) => Assert.Throws<RecException>(() => Fit(options));
        var unknown = Fails(new HybridOptions { Parts = ["Alss", "Bias"] });
        Assert.Equal("PartUnknown", unknown.ErrorId);
        Assert.Contains("Did you mean 'Als'?", unknown.Message, StringComparison.Ordinal);
        Assert.Equal("PartIsHybrid", Fails(new HybridOptions { Parts = ["Hybrid", "Bias"] }).ErrorId);
        Assert.Equal("PartUnknown", Fails(new HybridOptions { Parts = ["KMeans", "Bias"] }).ErrorId);
        Assert.Equal("PartNeedsFeatures", Fails(new HybridOptions { Parts = ["ContentBased", "Bias"] }).ErrorId);
        var ranks = Fails(new HybridOptions { Parts = ["Als", "Ease"], Aim = HybridAim.RMSE });
        Assert.Equal("PartRanksOnly", ranks.ErrorId);
        Assert.Contains("'Ease'", ranks.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_the_default_blend_are_better_than_those_of_its_parts_on_real_rows()
    {
        var data = RealRatings.Stratified();
        var ones = new TrainTest(data.Train.WithValues([.. data.Train.Value.Select(_ => 1f)]), data.Test);
        var blend = RealRatings.Measure(new Hybrid().Fit(ones.Train, new HybridOptions { Folds = 2 }, FitContext.Default), ones, "nDCG");
        Assert.InRange(blend, 0.490, 0.55);
    }

    private static int Popular(SparseMatrix data, UserGroups groups, int group) => Enumerable.Range(0, data.ColumnCount)
        .MaxBy(item => Enumerable.Range(0, data.RowCount).Count(user => groups.GroupOf[user] == group && data.ColumnsOf(user).BinarySearch(item) >= 0));

    private static HybridPart Part(string name, object options) => new(name, Fitted.Recommender(name), options);

    private static IRecommender Fit(HybridOptions options, SparseMatrix? data = null) => new Hybrid().Fit(data ?? Data, options, FitContext.Default);

    private static SparseMatrix Planted()
    {
        var random = new SeededRandom(5);
        var rows = new List<(int User, int Item, float Value)>();
        for (var user = 0; user < 150; user++)
        {
            for (var item = 0; item < 80; item++)
            {
                if (random.NextDouble() < 0.4)
                {
                    rows.Add((user, item, (float)((user % 2 == item % 2 ? 4.5 : 1.5) + (0.3 * random.NextGaussian()))));
                }
            }
        }

        return SparseMatrix.FromEntries(150, 80, [.. rows.Select(row => row.User)], [.. rows.Select(row => row.Item)], [.. rows.Select(row => row.Value)]);
    }
}
