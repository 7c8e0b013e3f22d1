using RecTools.Algorithms;

namespace RecTools.Tests;

public class VectorFeaturesTests
{
    private const int Items = 40;

    // The last items have no rows.
    private static readonly SparseMatrix Data = Without(RandomInteractions.Make(60, Items, 0.2, 9), 37);

    [Theory]
    [InlineData("Als", HybridAim.RMSE, true)]
    [InlineData("Als", HybridAim.RMSE, false)]
    [InlineData("Embedding", HybridAim.RMSE, true)]
    [InlineData("ImplicitAls", HybridAim.nDCG, true)]
    public void ContentBased_sees_the_vectors_of_a_model_of_the_same_rows_beside_what_else_describes_items(string name, HybridAim aim, bool hasFeatures)
    {
        var context = Context(hasFeatures, aim);
        var parts = HybridParts.Of(new HybridOptions { Parts = ["ContentBased", name], VectorsFrom = [name], Aim = aim }, Data, aim == HybridAim.RMSE, context);
        var part = PartModels.Fit(parts, Data, aim == HybridAim.RMSE, context)[0];
        var algorithm = Fitted.Recommender(name);
        var vectors = SlowFeatures((IVectorModel)algorithm.Fit(Data, Fitted.DefaultOptions(algorithm), context), context.Side.ItemFeatures);
        var names = Enumerable.Range(0, vectors.ColumnCount).Select(k => new FeatureName("F", $"{k}")).ToArray();
        var alone = new ContentBased().Fit(
            Data, new ContentBasedOptions(), context with { Side = context.Side with { ItemFeatures = new EntityFeatures(vectors, names) } });
        Assert.All(Fitted.AllScores(part).Zip(Fitted.AllScores(alone)), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        Assert.Equal(vectors.ColumnCount, ((IFeatureModel)part).FeatureNames.Count);
        Assert.Contains($"{name}=1", ((IFeatureModel)part).FeatureNames);
    }

    [Fact]
    public void Little_known_users_of_a_switch_are_served_by_vectors_of_its_main_part()
    {
        var options = new HybridOptions { Method = HybridMethod.Switch, Parts = ["ImplicitAls"], VectorsFrom = ["ImplicitAls"], Aim = HybridAim.nDCG };
        var model = new Hybrid().Fit(Data, options, FitContext.Default);
        Assert.Equal(ReasonKind.Content, model.AnsweringFor(2).KindOf(-1, 3, []));
        Assert.Equal(ReasonKind.Popular, model.AnsweringFor(0).KindOf(-1, 3, []));
    }

    [Fact]
    public void Vectors_that_nobody_has_or_takes_are_refused()
    {
        RecException Fails(HybridOptions options) =>
            Assert.Throws<RecException>(() => new Hybrid().Fit(Data, options with { Aim = HybridAim.nDCG }, FitContext.Default));
        Assert.Equal("PartHasNoVectors", Fails(new HybridOptions { Parts = ["Ease", "ContentBased"], VectorsFrom = ["Ease"] }).ErrorId);
        Assert.Equal("VectorsForNoPart", Fails(new HybridOptions { Parts = ["Ease", "ImplicitAls"], VectorsFrom = ["ImplicitAls"] }).ErrorId);
        var unknown = Fails(new HybridOptions { Parts = ["Ease", "ContentBased"], VectorsFrom = ["Embedding"] });
        Assert.Equal("VectorsFromNoPart", unknown.ErrorId);
        Assert.Contains("'Embedding'", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(
            "VectorsFromNoPart",
            Fails(new HybridOptions { Method = HybridMethod.Switch, Parts = ["Ease", "ImplicitAls"], VectorsFrom = ["ImplicitAls"] }).ErrorId);
    }

    private static FitContext Context(bool hasFeatures, HybridAim aim) => FitContext.Default with
    {
        Side = new SideData
        {
            ItemFeatures = hasFeatures ? RandomFeatures.Make(Items, 6, 0.5, 2) : null,
            Feedback = aim == HybridAim.RMSE ? FeedbackKind.Explicit : FeedbackKind.Implicit,
        },
    };

    private static SparseMatrix Without(SparseMatrix rows, int fromItem) => rows.Where(entry => rows.Column[entry] < fromItem, out _);

    // Features, and behind them vectors around their mean, of length 1 in the root mean square over the items with rows.
    private static SparseMatrix SlowFeatures(IVectorModel model, EntityFeatures? features)
    {
        var rated = Data.Column.Distinct().Order().ToArray();
        var vectors = Enumerable.Range(0, Items).Select(item => model.ItemVector(item).ToArray()).ToArray();
        var width = vectors[0].Length;
        var first = features?.Matrix.ColumnCount ?? 0;
        var mean = Enumerable.Range(0, width).Select(k => rated.Average(item => (double)vectors[item][k])).ToArray();
        var length = Math.Sqrt(rated.Average(item => vectors[item].Zip(mean, (value, middle) => Math.Pow(value - middle, 2)).Sum()));
        var entries = rated.SelectMany(item => Enumerable.Range(0, width).Select(k => (Item: item, Column: first + k, Value: (float)((vectors[item][k] - mean[k]) / length)))).ToList();
        for (var item = 0; item < Items && features is not null; item++)
        {
            for (var i = features.Matrix.RowStart[item]; i < features.Matrix.RowStart[item + 1]; i++)
            {
                entries.Add((item, features.Matrix.Column[i], features.Matrix.Value[i]));
            }
        }

        return SparseMatrix.FromEntries(
            Items, first + width, [.. entries.Select(entry => entry.Item)], [.. entries.Select(entry => entry.Column)], [.. entries.Select(entry => entry.Value)]);
    }
}
