namespace RecTools.Algorithms;

/// <summary>A fitted model as others see it who have only come since, or have other rows now: its items, their users.</summary>
/// <param name="model">The model.</param>
/// <param name="histories">What the users have, users by the model's items.</param>
/// <param name="known">For each user the number that the model knows them by; -1 for somebody new.</param>
public sealed class FoldedInUsers(IRecommender model, SparseMatrix histories, int[] known) : IRecommender
{
    /// <summary>The model.</summary>
    public IRecommender Model => model;

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => model.ItemCount;

    /// <inheritdoc/>
    public bool PredictsRatings => model.PredictsRatings;

    /// <inheritdoc/>
    public float Predict(int user, int item)
    {
        if (user < 0 || item < 0)
        {
            return model.Predict(user < 0 ? -1 : known[user], item);
        }

        var scores = new float[ItemCount];
        Score(user, 1, scores);
        return scores[item];
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var i = 0; i < userCount; i++)
        {
            var user = firstUser + i;
            var own = scores.Slice(i * ItemCount, ItemCount);
            if (known[user] < 0)
            {
                model.ScoreNewUser(histories.ColumnsOf(user), histories.ValuesOf(user), own);
            }
            else
            {
                model.ScoreChangedUser(known[user], histories.ColumnsOf(user), histories.ValuesOf(user), own);
            }
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => model.ScoreNewUser(items, values, scores);

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => model.SimilarItems(item, count);

    /// <inheritdoc/>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) => user < 0 || known[user] < 0
        ? model.Explain(-1, historyItems, historyValues, items, count)
        : model.ExplainChangedUser(known[user], historyItems, historyValues, items, count);

    /// <inheritdoc/>
    public string Describe(int item) => model.Describe(item);

    /// <inheritdoc/>
    public string Describe(int user, int item) => user < 0 ? model.Describe(-1, item) : AnsweringOf(user).Describe(known[user], item);

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => model.DescribeToStranger(item);

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) =>
        user < 0 ? model.KindOf(-1, item, parts) : AnsweringOf(user).KindOf(known[user], item, parts);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: the model is what is stored.</exception>
    public void Save(BinaryWriter writer) => throw new NotSupportedException("Users that were folded in are not stored; the model is.");

    // By the rows that the user has now, which the model may not know.
    private IRecommender AnsweringOf(int user) => model.AnsweringFor(histories.CountOf(user));
}
