namespace RecTools.Algorithms;

/// <summary>Ranks items by what similar users have: score = sum over the neighbours who have the item of similarity x weight of their row. Items that none of them has come last, by popularity.</summary>
/// <param name="histories">Weight of each row of each user's history.</param>
/// <param name="neighbors">Users most similar to each.</param>
/// <param name="search">Finds the neighbours of somebody new.</param>
/// <param name="settings">What was asked for.</param>
internal sealed class UserPreferenceModel(SparseMatrix histories, NeighborTable neighbors, PreferenceNeighbors search, PreferenceSettings settings)
    : IRecommender, IUserSimilarity
{
    private readonly ItemShares shares = new(histories);

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <summary>Reads what <see cref="Save"/> wrote behind the header.</summary>
    public static UserPreferenceModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var settings = PreferenceSettings.Load(reader);
        var weights = ModelContent.ReadArray<float>(reader);
        var neighbors = NeighborTable.Load(reader, interactions.RowCount);
        return new UserPreferenceModel(
            interactions.WithValues(weights), neighbors, new PreferenceNeighbors(interactions, settings, new Workers()), settings);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        UserKnn.WriteHeader(writer, predictsRatings: false);
        settings.Save(writer);
        ModelContent.WriteArray<float>(writer, histories.Value);
        neighbors.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>For an unknown user the share of users who have the item; 0 for an unknown item.</remarks>
    public float Predict(int user, int item)
    {
        if (item < 0 || user < 0 || histories.CountOf(user) == 0)
        {
            return item < 0 ? 0 : shares.Of(item);
        }

        var score = 0f;
        foreach (var neighbor in neighbors.Of(user))
        {
            var place = histories.ColumnsOf(neighbor.Item).BinarySearch(item);
            if (place >= 0 && histories.ValuesOf(neighbor.Item)[place] is > 0 and var weight)
            {
                ItemShares.Add(ref score, neighbor.Score, weight);
            }
        }

        return shares.Complete(item, score);
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var user = firstUser; user < firstUser + userCount; user++)
        {
            Score(neighbors.Of(user), histories.CountOf(user) == 0, scores.Slice((user - firstUser) * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) =>
        Score(search.Find(items, values), items.IsEmpty, scores[..ItemCount]);

    /// <inheritdoc/>
    /// <remarks>Always empty: users are compared, not items.</remarks>
    public ScoredItem[] SimilarItems(int item, int count) => [];

    /// <inheritdoc/>
    /// <remarks>No more than the neighbours that the model keeps of each.</remarks>
    public ScoredUser[] SimilarUsers(int user, int count) => ScoredUser.Of(neighbors.First(user, count));

    /// <inheritdoc/>
    /// <remarks>
    /// The similarity to a neighbour is a sum over common items, and each of these gets its share of what the neighbour adds to the score.
    /// </remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var own = user >= 0 ? neighbors.Of(user) : search.Find(historyItems, historyValues);
        var weights = search.WeightsOf(historyItems, historyValues);
        var room = new ScoredItem[Math.Clamp(count, 0, historyItems.Length)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            var parts = new SharedParts(historyItems, weights, isCorrelation: false);
            foreach (var neighbor in own)
            {
                var place = histories.ColumnsOf(neighbor.Item).BinarySearch(items[i]);
                if (place >= 0)
                {
                    parts.Add(histories.ColumnsOf(neighbor.Item), search.WeightsOf(neighbor.Item), neighbor.Score * histories.ValuesOf(neighbor.Item)[place]);
                }
            }

            explained[i] = Contributions.Largest(historyItems, parts.Values, room);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => shares.Describe(item);

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => parts.IsEmpty ? ReasonKind.Popular : ReasonKind.Model;

    private void Score(ReadOnlySpan<ScoredItem> own, bool isUnknown, Span<float> scores)
    {
        if (isUnknown)
        {
            shares.Fill(scores);
            return;
        }

        shares.FillUnsupported(scores);
        foreach (var neighbor in own)
        {
            var items = histories.ColumnsOf(neighbor.Item);
            var weights = histories.ValuesOf(neighbor.Item);
            for (var i = 0; i < items.Length; i++)
            {
                if (weights[i] > 0)
                {
                    ItemShares.Add(ref scores[items[i]], neighbor.Score, weights[i]);
                }
            }
        }
    }
}
