using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Finds rows that are alike in centred ratings.</summary>
/// <param name="residuals">Centred ratings, items by users or users by items.</param>
/// <param name="settings">What makes rows alike.</param>
internal sealed class RatingNeighbors(SparseMatrix residuals, RatingSettings settings)
{
    private RatingSimilarity Similarity => new(settings.IsCorrelation, settings.Shrinkage, settings.MinOverlap);

    /// <summary>The neighbours of all rows.</summary>
    public NeighborTable FindAll(FitContext context) =>
        NeighborFinder<Vector256<float>, RatingSimilarity.Left, RatingSimilarity>.FindAll(residuals, Similarity, settings.Candidates, context);

    /// <summary>The neighbours of somebody new, best first.</summary>
    public ScoredItem[] Find(ReadOnlySpan<int> columns, ReadOnlySpan<float> values) =>
        new NeighborFinder<Vector256<float>, RatingSimilarity.Left, RatingSimilarity>(residuals.Transpose(), Similarity, settings.Candidates)
            .Find(columns, values, -1);
}
