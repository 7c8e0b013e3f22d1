namespace RecTools.Algorithms;

/// <summary>Says how good a model is on rows that it was not fitted on.</summary>
public static class Evaluator
{
    /// <summary>Measures a model.</summary>
    /// <remarks>
    /// Rating errors are taken over all test rows, with predictions clipped to the range of the training values. Lists are the
    /// <paramref name="k"/> best of all items that the user does not have in the training rows; no sampled negatives. Test rows of an item
    /// that the user also has in the training rows do not count for lists; users without a relevant test row are skipped.
    /// Sums are taken in double precision and in a fixed order: the same figures, bit for bit, at any number of threads.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="train">What it was fitted on, users by items.</param>
    /// <param name="test">Rows to measure on, of the same shape.</param>
    /// <param name="k">Length of the lists, at least 1.</param>
    /// <param name="options">What counts as relevant, resamples, name of the split.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="seed">Start of the draws behind the intervals.</param>
    /// <returns>
    /// <c>RMSE</c> and <c>MAE</c> if the model predicts ratings; then <c>Precision</c>, <c>Recall</c>, <c>nDCG</c>, <c>HitRate</c>, <c>MAP@k</c>,
    /// <c>MAP</c> and <c>Coverage</c>; and <c>Diversity</c> where the rules know how alike items are. What there is no row to measure on is missing.
    /// </returns>
    /// <exception cref="ArgumentException">The matrices are not of the model's shape, or <paramref name="k"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<MetricValue> Evaluate(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, Workers workers, long seed)
    {
        var lists = EvaluateLists(model, train, test, k, options, workers, seed);
        return model.PredictsRatings ? [.. RatingEvaluation.Measure(model, train, test, options, workers, seed), .. lists] : lists;
    }

    /// <summary>As <see cref="Evaluate"/>, but the lists alone.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public static IReadOnlyList<MetricValue> EvaluateLists(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, Workers workers, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        model.RequireShapeOf(train, nameof(train));
        model.RequireShapeOf(test, nameof(test));
        return [.. RankingEvaluation.Measure(model, train, test, k, options, workers, seed)];
    }
}
