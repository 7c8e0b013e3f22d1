using RecTools.Algorithms;

namespace RecTools.Tests;

public class SwitchModelTests
{
    private const int FewRows = 5;
    private static readonly SparseMatrix Data = RandomInteractions.Make(40, 30, 0.3, 9);

    [Theory]
    [InlineData(0, ReasonKind.Popular)]
    [InlineData(2, ReasonKind.Content)]
    [InlineData(8, ReasonKind.Model)]
    public void Somebody_folded_in_is_told_of_the_part_that_answered(int rows, ReasonKind kind)
    {
        var model = Fit("ImplicitAls");
        var history = SparseMatrix.FromEntries(1, 30, new int[rows], [.. Enumerable.Range(0, rows)], Enumerable.Repeat(1f, rows).ToArray());
        var alone = model.AnsweringFor(rows);
        foreach (var known in new[] { -1, 7 })
        {
            var folded = new FoldedInUsers(model, history, [known]);
            var parts = folded.Explain(0, history.ColumnsOf(0), history.ValuesOf(0), [12], 3);
            Assert.Equal(kind, folded.KindOf(0, 12, parts[0]));
            Assert.Equal(alone.Describe(known, 12), folded.Describe(0, 12));
        }
    }

    [Fact]
    public void Features_are_named_by_the_part_that_speaks_of_them()
    {
        var model = Fit("BayesianFactorization");
        var names = ((IFeatureModel)model).FeatureNames;
        var user = Enumerable.Range(0, 40).First(user => Data.CountOf(user) >= FewRows);
        var main = model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), [12], 100)[0].Where(part => part.Feature >= 0).ToArray();
        Assert.NotEmpty(main);
        Assert.All(main, part => Assert.StartsWith("Of user", names[part.Feature], StringComparison.Ordinal));
        var content = model.Explain(-1, [3, 4], [1, 1], [.. Enumerable.Range(5, 20)], 100).SelectMany(parts => parts).ToArray();
        Assert.NotEmpty(content);
        Assert.All(content, part => Assert.StartsWith("Of item", names[part.Feature], StringComparison.Ordinal));
    }

    private static IRecommender Fit(string main)
    {
        EntityFeatures Make(int rows, string name) =>
            RandomFeatures.Make(rows, 4, 0.7, 2) with { Names = [.. Enumerable.Range(0, 4).Select(i => new FeatureName($"Of {name}", $"{i}"))] };
        var side = new SideData { ItemFeatures = Make(30, "item"), UserFeatures = Make(40, "user") };
        var options = new HybridOptions { Method = HybridMethod.Switch, Parts = [main], FewRows = FewRows, Aim = HybridAim.nDCG };
        return new Hybrid().Fit(Data, options, FitContext.Default with { Side = side });
    }
}
