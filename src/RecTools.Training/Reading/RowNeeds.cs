using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What those who learn from rows need to know of them: one algorithm, or several that learn from the same rows.</summary>
internal sealed record RowNeeds
{
    /// <summary>The algorithm, for messages; null where there are several.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Whether rows are looked at as lines of orders, where there is a column of orders.</summary>
    public bool Baskets { get; init; }

    /// <summary>Whether items that nobody has belong into the model too, where something describes them.</summary>
    public bool KeepsItems { get; init; }

    /// <summary>Settings that say how baskets are looked at; null for none.</summary>
    public object? Options { get; init; }

    /// <summary>How the values are read, by what they look like.</summary>
    public Func<FeedbackKind, FeedbackKind> Feedback { get; init; } = rows => rows;

    /// <summary>What one algorithm needs.</summary>
    public static RowNeeds Of(IRecommenderAlgorithm algorithm, object options) => new()
    {
        Algorithm = algorithm.Name,
        Baskets = algorithm.WantsBaskets,
        KeepsItems = algorithm.Features != FeatureUse.None,
        Options = options,
        Feedback = rows => algorithm.FeedbackOf(options, rows),
    };
}
