using System.Text;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class HybridStorageTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(60, 40, 0.15, 9);

    public static TheoryData<string> Forms => [.. AllForms.Keys];

    private static Dictionary<string, HybridOptions> AllForms { get; } = new()
    {
        ["Ratings"] = new() { Parts = ["Als", "ItemKnn"], Aim = HybridAim.RMSE, Folds = 2 },
        ["Lists"] = new() { Parts = ["Ease", "ImplicitAls", "Popularity"], Aim = HybridAim.nDCG, Folds = 2 },
        ["Vectors"] = new() { Parts = ["ImplicitAls", "Embedding", "ContentBased"], VectorsFrom = ["Embedding", "ImplicitAls"], Aim = HybridAim.nDCG, Folds = 2 },
        ["Switch of ratings"] = new() { Parts = ["Als"], Method = HybridMethod.Switch, Aim = HybridAim.RMSE, FewRows = 6 },
        ["Switch of lists"] = new() { Parts = ["Ease"], Method = HybridMethod.Switch, Aim = HybridAim.nDCG, FewRows = 6 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Models_are_the_same_at_any_number_of_threads_and_come_back_as_they_were(string form)
    {
        var models = new[] { 1, 2, 5 }.Select(threads => Fit(form, threads)).ToArray();
        var bytes = Fitted.SavedBytes(models[0]);
        Assert.All(models, model => Assert.Equal(bytes, Fitted.SavedBytes(model)));
        var loaded = Fitted.Load("Hybrid", bytes, Data);
        Assert.Equal(models[0].PredictsRatings, loaded.PredictsRatings);
        Assert.Equal(Fitted.AllScores(models[0]), Fitted.AllScores(loaded));
        Assert.Equal(bytes, Fitted.SavedBytes(loaded));
        for (var user = 0; user < Data.RowCount; user++)
        {
            Assert.Equal(Explain(models[0], user), Explain(loaded, user));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Content_cut_short_or_of_other_rows_is_refused(string form)
    {
        var bytes = Fitted.SavedBytes(Fit(form, 2));
        foreach (var length in Enumerable.Range(0, 60).Select(i => (int)((long)i * (bytes.Length - 1) / 59)))
        {
            Assert.Throws<InvalidDataException>(() => Fitted.Load("Hybrid", bytes[..length], Data));
        }

        Assert.Throws<InvalidDataException>(() => Fitted.Load("Hybrid", bytes, RandomInteractions.Make(60, 41, 0.15, 9)));
        Assert.Throws<InvalidDataException>(() => Fitted.Load("Hybrid", bytes, RandomInteractions.Make(61, 40, 0.15, 9)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void A_switch_between_too_few_or_too_many_parts_is_refused(int parts)
    {
        var part = Fitted.SavedBytes(Fitted.Model("Popularity", Data));
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            ModelContent.WriteHeader(writer, "Hybrid", PartModels.FormatVersion);
            writer.Write(true);
            writer.Write(5);
            writer.Write(parts);
            for (var i = 0; i < parts; i++)
            {
                writer.Write("Popularity");
                writer.Write("Popularity");
                writer.Write(part);
            }
        }

        Assert.Throws<InvalidDataException>(() => Fitted.Load("Hybrid", stream.ToArray(), Data));
    }

    private static IRecommender Fit(string form, int threads)
    {
        var side = new SideData { ItemFeatures = RandomFeatures.Make(40, 6, 0.5, 2) };
        return new Hybrid().Fit(Data, AllForms[form], new FitContext(new Workers(threads), 42, SilentObserver.Instance) { Side = side });
    }

    private static Contribution[] Explain(IRecommender model, int user) =>
        [.. model.Explain(user, Data.ColumnsOf(user), Data.ValuesOf(user), [0, 20, 39], 3).SelectMany(parts => parts)];
}
