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
        Check(model, train, test, k);
        return RankingEvaluation.Measure(model, train, test, k, options, workers, seed);
    }

    /// <summary>
    /// As <see cref="Evaluate"/>, and keeps the figures of each user and the lists, for segments, tests of differences and curves; and says how novel, how
    /// varied and how much too popular the lists are.
    /// </summary>
    /// <remarks>
    /// Where <see cref="EvaluationOptions.Lists"/> do not say how alike items are, that is learned from the training rows; whoever measures several models on
    /// the same rows saves time by learning it once (<see cref="InteractionLikeness"/>).
    /// </remarks>
    /// <inheritdoc cref="Evaluate"/>
    /// <returns>What was measured.</returns>
    public static ModelEvaluation Measure(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, Workers workers, long seed)
    {
        Check(model, train, test, k);
        var popularity = new ItemPopularity(train);
        List<IListMetric> others = [new Novelty(popularity), new PopularityBias(popularity, train)];
        if (LikenessFor(train, test, options, workers) is { } likeness)
        {
            others.Add(new ListDiversity(likeness));
        }

        var (lists, topLists) = RankingEvaluation.MeasureUsers(model, train, test, k, options, [.. others], workers);
        var (ratings, predicted) = model.PredictsRatings ? RatingEvaluation.MeasureUsers(model, train, test, workers) : (null, []);
        return new ModelEvaluation
        {
            Metrics =
            [
                .. ratings?.Summarize(options.Split, null, options.Resamples, seed, workers) ?? [],
                .. RankingEvaluation.Summarize(lists, topLists, test.ColumnCount, options, workers, seed),
            ],
            Lists = lists,
            Ratings = ratings,
            TopLists = topLists,
            Calibration = Calibration.Of(predicted, ratings is null ? [] : test.Value),
            LongTail = LongTail.Of(train, topLists),
        };
    }

    private static void Check(IRecommender model, SparseMatrix train, SparseMatrix test, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        model.RequireShapeOf(train, nameof(train));
        model.RequireShapeOf(test, nameof(test));
    }

    private static IItemLikeness? LikenessFor(SparseMatrix train, SparseMatrix test, EvaluationOptions options, Workers workers) =>
        options.Lists.Likeness
        ?? (train.EntryCount == 0 || test.EntryCount == 0 ? null : InteractionLikeness.Learn(train, FitContext.Default with { Workers = workers }));
}
