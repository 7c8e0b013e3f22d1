namespace RecTools.Algorithms;

/// <summary>Every algorithm that can be asked for by name: the one registration.</summary>
public static class AlgorithmCatalog
{
    /// <summary>All of them, in the order that help shows them.</summary>
    public static IReadOnlyList<IAlgorithm> All { get; } =
    [
        new Popularity(),
        new Bias(),
        new AssociationRules(),
        new KMeans(),
        new Hierarchical(),
        new UserKnn(),
        new ItemKnn(),
        new ContentBased(),
        new Als(),
        new ImplicitAls(),
        new BayesianFactorization(),
        new Ease(),
        new Hybrid(),
        new Embedding(),
        new Auto(),
    ];

    /// <summary>Those that recommend.</summary>
    public static IEnumerable<IRecommenderAlgorithm> Recommenders => All.OfType<IRecommenderAlgorithm>();

    /// <summary>The algorithm of a name, whatever the case; null if there is none.</summary>
    public static IAlgorithm? Find(string name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
