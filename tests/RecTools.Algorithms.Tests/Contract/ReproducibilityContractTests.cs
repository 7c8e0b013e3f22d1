using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The same data, options and seed give the same model, bit for bit.</summary>
public class ReproducibilityContractTests
{
    private const int Users = 700;
    private const int Items = 300;

    private static readonly SparseMatrix Data = RandomInteractions.Make(Users, Items, 0.04, 23);

    public static TheoryData<string> Names => RecommenderContractTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_threads_does_not_change_a_bit(string name)
    {
        var one = Fitted.SavedBytes(Fitted.Model(name, Data, threads: 1));
        Assert.Equal(one, Fitted.SavedBytes(Fitted.Model(name, Data, threads: 2)));
        Assert.Equal(one, Fitted.SavedBytes(Fitted.Model(name, Data, threads: 3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_order_of_the_rows_does_not_change_a_bit(string name)
    {
        var entries = RandomInteractions.Entries(Users, Items, 0.04, 23).ToArray();
        new SeededRandom(99).Shuffle<(int User, int Item, float Value)>(entries);
        var shuffled = SparseMatrix.FromEntries(
            Users, Items, [.. entries.Select(e => e.User)], [.. entries.Select(e => e.Item)], [.. entries.Select(e => e.Value)]);
        Assert.Equal(Data.Column, shuffled.Column);
        Assert.Equal(Fitted.SavedBytes(Fitted.Model(name, Data)), Fitted.SavedBytes(Fitted.Model(name, shuffled)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_model_comes_back_as_it_was(string name)
    {
        var model = Fitted.Model(name, Data);
        var bytes = Fitted.SavedBytes(model);
        var loaded = Fitted.Load(name, bytes, Data);
        Assert.Equal(bytes, Fitted.SavedBytes(loaded));
        Assert.Equal((Users, Items, model.PredictsRatings), (loaded.UserCount, loaded.ItemCount, loaded.PredictsRatings));
        Assert.Equal(Fitted.AllScores(model).Select(Fitted.Bits), Fitted.AllScores(loaded).Select(Fitted.Bits));
        Assert.Equal(model.SimilarItems(5, 10), loaded.SimilarItems(5, 10));
        Assert.Equal(NewUserScores(model), NewUserScores(loaded));
        Assert.Equal(Fitted.Bits(model.Predict(-1, 3)), Fitted.Bits(loaded.Predict(-1, 3)));
        Assert.Equal(Explanation(model), Explanation(loaded));
        Assert.Equal(model.Describe(5), loaded.Describe(5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_that_is_cut_short_is_refused(string name)
    {
        var data = RandomInteractions.Make(8, 6, 0.5, 1);
        var bytes = Fitted.SavedBytes(Fitted.Model(name, data));
        var step = Math.Max(1, bytes.Length / 200);
        for (var length = 0; length < bytes.Length; length += step)
        {
            Assert.Throws<InvalidDataException>(() => Fitted.Load(name, bytes[..length], data));
        }

        Assert.Throws<InvalidDataException>(() => Fitted.Load(name, bytes[..^1], data));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_model_of_the_algorithm_is_refused(string name)
    {
        var random = new SeededRandom(3);
        for (var length = 1; length < 2000; length += 111)
        {
            var garbage = new byte[length];
            foreach (ref var one in garbage.AsSpan())
            {
                one = (byte)random.Next(256);
            }

            Assert.Throws<InvalidDataException>(() => Fitted.Load(name, garbage, Data));
        }

        var data = RandomInteractions.Make(8, 6, 0.5, 1);
        foreach (var other in AlgorithmCatalog.Recommenders.Where(algorithm => algorithm.Name != name))
        {
            Assert.Throws<InvalidDataException>(() => Fitted.Load(name, Fitted.SavedBytes(Fitted.Model(other.Name, data)), data));
        }
    }

    private static float[] NewUserScores(IRecommender model)
    {
        var scores = new float[Items];
        model.ScoreNewUser([1, 4, 9], [5, 2, 1], scores);
        return scores;
    }

    private static IEnumerable<Contribution> Explanation(IRecommender model) =>
        model.Explain(2, Data.ColumnsOf(2), Data.ValuesOf(2), [7, 8], 4).SelectMany(parts => parts);
}
