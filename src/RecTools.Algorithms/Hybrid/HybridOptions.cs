namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Hybrid"/>.</summary>
public sealed record HybridOptions
{
    /// <summary>How the parts come together.</summary>
    [Option("Blend adds the scores of all parts with weights that it learns; Switch asks one part for each user, by how much is known of the user.")]
    public HybridMethod Method { get; init; } = HybridMethod.Blend;

    /// <summary>Names of the parts.</summary>
    [Option(
        "The parts: names of algorithms, perhaps with settings, such as ItemKnn(Neighbors=40), or of stored models, which lend their algorithm and settings. "
        + "Empty: a set that suits the rows. With Switch the first one serves users of whom enough is known.")]
    public string[] Parts { get; init; } = [];

    /// <summary>What weights are learned for.</summary>
    [Option("What the weights of Blend are learned for: RMSE of predicted ratings, or nDCG of lists. Auto: RMSE for rows that look like ratings, nDCG for others.", WhenUnset = "Auto")]
    public HybridAim? Aim { get; init; }

    /// <summary>Parts of the rows that are held back in turn.</summary>
    [Option("Into how many folds the rows are cut to learn the weights of Blend: every part is fitted once for each fold, and once more on all rows.", Minimum = 2, Maximum = 20)]
    public int Folds { get; init; } = 5;

    /// <summary>Rows below which little is known of a user.</summary>
    [Option("Switch: users with fewer rows than this are served by the features of what they have, where items have features, else by what is popular.", Minimum = 1, Maximum = 1000)]
    public int FewRows { get; init; } = 5;

    /// <summary>Names of parts whose item vectors become features of the items.</summary>
    [Option(
        "Parts whose item vectors, factors or embeddings, ContentBased takes for features of the items beside those of -ItemTable; it needs none then: Als, ImplicitAls or Embedding. "
        + "With Switch the first part only.")]
    public string[] VectorsFrom { get; init; } = [];

    /// <summary>The parts with their settings, where somebody has looked them up; else names stand for algorithms with their defaults.</summary>
    public IReadOnlyList<HybridPart>? Resolved { get; init; }
}

/// <summary>How the parts of a hybrid come together.</summary>
public enum HybridMethod
{
    /// <summary>Scores of all parts, weighted and added.</summary>
    Blend,

    /// <summary>One part for each user.</summary>
    Switch,
}

/// <summary>What the weights of a blend are learned for.</summary>
public enum HybridAim
{
    /// <summary>Root of the mean squared error of predicted ratings.</summary>
    RMSE,

    /// <summary>Normalised discounted cumulative gain of the ten best.</summary>
#pragma warning disable IDE1006 // The metric's own name.
    nDCG,
#pragma warning restore IDE1006
}

/// <summary>One part of a hybrid.</summary>
/// <param name="Name">What it is called in reasons.</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="Options">Its settings.</param>
/// <param name="GivesVectors">Whether its item vectors become features of the items for parts that need some.</param>
public sealed record HybridPart(string Name, IRecommenderAlgorithm Algorithm, object Options, bool GivesVectors = false);
