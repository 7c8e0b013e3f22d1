using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Models with default options, for the tests that all algorithms share.</summary>
internal static class Fitted
{
    /// <summary>Default options; but two folds are enough to see a hybrid learn.</summary>
    public static object DefaultOptions(IAlgorithm algorithm) =>
        algorithm is Hybrid ? new HybridOptions { Folds = 2 } : Activator.CreateInstance(algorithm.OptionsType)!;

    public static IRecommender Model(string name, SparseMatrix data, int threads = 2, long seed = 42)
    {
        var algorithm = Recommender(name);
        return algorithm.Fit(data, DefaultOptions(algorithm), Context(algorithm, data, threads, seed));
    }

    /// <summary>What a fit knows: features of the items where the algorithm does nothing without them.</summary>
    public static FitContext Context(IRecommenderAlgorithm algorithm, SparseMatrix data, int threads = 2, long seed = 42) =>
        new(new Workers(threads), seed, SilentObserver.Instance)
        {
            Side = algorithm.Features == FeatureUse.Required ? new SideData { ItemFeatures = RandomFeatures.Make(data.ColumnCount, 24, 0.2, 7) } : SideData.None,
        };

    public static IRecommenderAlgorithm Recommender(string name) => (IRecommenderAlgorithm)AlgorithmCatalog.Find(name)!;

    public static float[] AllScores(IRecommender model)
    {
        // What a model leaves unwritten shows up as NaN.
        var scores = Enumerable.Repeat(float.NaN, model.UserCount * model.ItemCount).ToArray();
        model.Score(0, model.UserCount, scores);
        return scores;
    }

    public static byte[] SavedBytes(IRecommender model)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            model.Save(writer);
        }

        return stream.ToArray();
    }

    public static IRecommender Load(string name, byte[] content, SparseMatrix data)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        return Recommender(name).Load(reader, data);
    }

    public static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}
