using RecTools.Algorithms;

namespace RecTools.Tests;

public class BlendModelTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(80, 50, 0.2, 3);

    [Theory]
    [InlineData(HybridAim.RMSE)]
    [InlineData(HybridAim.nDCG)]
    public void The_parts_of_a_changed_history_sum_to_the_scores_of_it(HybridAim aim)
    {
        var groups = new UserGroups([.. Enumerable.Range(0, 80).Select(user => user % 3)], ["a", "b", "c"]);
        var options = new HybridOptions { Parts = aim == HybridAim.RMSE ? ["Als", "ItemKnn"] : ["Ease", "Popularity"], Aim = aim, Folds = 2 };
        var model = new Hybrid().Fit(Data, options, FitContext.Default with { Side = new SideData { Groups = groups } });
        int[] history = [1, 4, 30];
        float[] values = [5, 2, 4];
        int[] items = [.. Enumerable.Range(0, 50)];
        foreach (var user in new[] { -1, 0, 1, 2 })
        {
            var scores = new float[50];
            if (user < 0)
            {
                model.ScoreNewUser(history, values, scores);
            }
            else
            {
                model.ScoreChangedUser(user, history, values, scores);
            }

            var parts = user < 0
                ? model.Explain(user, history, values, items, int.MaxValue)
                : model.ExplainChangedUser(user, history, values, items, int.MaxValue);
            var rests = items.Select(item => scores[item] - parts[item].Sum(part => part.Score)).ToArray();
            Assert.All(rests, rest => Assert.Equal(aim == HybridAim.nDCG ? 0 : rests[0], rest, 1e-4));
        }
    }

    [Fact]
    public void What_the_leading_part_rests_on_is_asked_with_its_own_contributions()
    {
        // The last item was rated by users alone who have nothing else: it is like no other.
        var rows = RandomInteractions.Entries(60, 20, 0.4, 9).Where(row => row.Item < 19 && row.User < 50).ToList();
        var data = SparseMatrix.FromEntries(
            60, 20, [.. rows.Select(row => row.User), .. Enumerable.Range(50, 10)], [.. rows.Select(row => row.Item), .. Enumerable.Repeat(19, 10)],
            Enumerable.Repeat(1f, rows.Count + 10).ToArray());
        var part = new ItemKnn().Fit(data, new ItemKnnOptions(), FitContext.Default with { Side = new SideData { Feedback = FeedbackKind.Implicit } });
        var blend = new Hybrid().Fit(data, new HybridOptions { Parts = ["ItemKnn"], Aim = HybridAim.nDCG }, FitContext.Default);
        var kinds = new HashSet<ReasonKind>();
        for (var user = 0; user < 50; user++)
        {
            var own = part.Explain(user, data.ColumnsOf(user), data.ValuesOf(user), [3, 19], 5);
            var blended = blend.Explain(user, data.ColumnsOf(user), data.ValuesOf(user), [3, 19], 5);
            foreach (var (item, i) in new[] { (3, 0), (19, 1) })
            {
                var kind = blend.KindOf(user, item, blended[i]);
                Assert.Equal(part.KindOf(user, item, own[i]), kind);
                kinds.Add(kind);
            }
        }

        Assert.Equal([ReasonKind.Model, ReasonKind.Popular], kinds.Order());
    }

    [Fact]
    public void Rules_that_fit_are_told_from_what_is_popular()
    {
        // Whoever has the first item has the second one; a few have others.
        var data = SparseMatrix.FromEntries(
            30, 6, [.. Enumerable.Range(0, 20).SelectMany(user => new[] { user, user }), .. Enumerable.Range(20, 10)],
            [.. Enumerable.Range(0, 20).SelectMany(_ => new[] { 0, 1 }), .. Enumerable.Range(20, 10).Select(user => 2 + (user % 4))], Enumerable.Repeat(1f, 50).ToArray());
        var blend = new Hybrid().Fit(data, new HybridOptions { Parts = ["AssociationRules"], Aim = HybridAim.nDCG }, FitContext.Default);
        var rule = blend.Explain(-1, [0], [1], [1, 2], 3);
        Assert.Equal(ReasonKind.Rules, blend.KindOf(-1, 1, rule[0]));
        Assert.Equal(ReasonKind.Popular, blend.KindOf(-1, 2, rule[1]));
    }

    [Fact]
    public void On_the_rows_held_back_a_blend_of_ratings_errs_no_more_than_any_part()
    {
        var options = new HybridOptions { Parts = ["Als", "ItemKnn", "UserKnn"], Aim = HybridAim.RMSE, Folds = 3 };
        var context = FitContext.Default with { Side = new SideData { Feedback = FeedbackKind.Explicit } };
        var weights = ((IFitFacts)new Hybrid().Fit(Data, options, context)).Facts.Select(fact => fact.Value).ToArray();
        var (truth, predicted) = (new List<double>(), new List<double[]>());
        foreach (var (rows, own) in HeldBackRows.Folds(Data, 3, context))
        {
            var models = PartModels.Fit(HybridParts.Named(options.Parts), rows.Train, ratings: true, own);
            for (var user = 0; user < rows.Test.RowCount; user++)
            {
                truth.AddRange(rows.Test.ValuesOf(user).ToArray().Select(value => (double)value));
                predicted.AddRange(rows.Test.ColumnsOf(user).ToArray().Select(item =>
                    Enumerable.Range(0, 3).Select(part => (double)Math.Clamp(models[part].Predict(user, item), Data.Value.Min(), Data.Value.Max())).ToArray()));
            }
        }

        // The constant that suits the weights best is what is left in the mean.
        var blended = predicted.Select(row => row.Zip(weights, (one, weight) => one * weight).Sum()).ToArray();
        var constant = truth.Average() - blended.Average();
        var error = blended.Zip(truth, (one, value) => Math.Pow(one + constant - value, 2)).Average();
        for (var part = 0; part < 3; part++)
        {
            var alone = predicted.Zip(truth, (row, value) => Math.Pow(row[part] - value, 2)).Average();
            Assert.True(error <= alone + 1e-9, $"{error} against {alone} of {options.Parts[part]}");
        }
    }

    [Fact]
    public void On_the_rows_held_back_lists_of_a_blend_are_no_worse_than_those_of_any_part()
    {
        var ones = Data.WithValues([.. Data.Value.Select(_ => 1f)]);
        var context = FitContext.Default with { Side = new SideData { Feedback = FeedbackKind.Implicit } };
        var parts = HybridParts.Named(["Ease", "ImplicitAls", "ItemKnn", "Popularity"]);
        CandidatePool[] pools =
        [
            .. HeldBackRows.Folds(ones, 3, context).Select(fold =>
                CandidatePool.Make(PartModels.Fit(parts, fold.Rows.Train, ratings: false, fold.Context), fold.Rows, context.Workers)),
        ];
        var weights = RankingWeights.Find(pools, 4, context.Workers);
        Assert.Equal(1, weights.Sum(), 1e-9);
        Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
        double Of(double[] some) => pools.Sum(pool => pool.Measure(some, context.Workers));
        for (var part = 0; part < 4; part++)
        {
            Assert.True(Of(weights) >= Of([.. Enumerable.Range(0, 4).Select(other => other == part ? 1.0 : 0)]));
        }
    }
}
