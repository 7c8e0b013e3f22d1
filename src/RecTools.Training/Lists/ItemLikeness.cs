using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Completes rules that ask for diversity with what tells how alike items are.</summary>
internal static class ItemLikeness
{
    /// <summary>The same rules with likeness by features where items have some, else by who has them.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="data">Features of the items.</param>
    /// <param name="matrix">Who has what.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static ListRules WithLikeness(this ListRules rules, Interactions data, SparseMatrix matrix, Workers workers) =>
        rules.Diversity <= 0 ? rules : rules with { Likeness = Of(data, matrix, workers) };

    /// <summary>How alike items are: by features where they have some, else by who has them.</summary>
    /// <param name="data">Features of the items.</param>
    /// <param name="matrix">Who has what.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static IItemLikeness Of(Interactions data, SparseMatrix matrix, Workers workers) => data.ItemFeatures is { } features
        ? new FeatureLikeness(features)
        : InteractionLikeness.Learn(matrix, FitContext.Default with { Workers = workers });
}
