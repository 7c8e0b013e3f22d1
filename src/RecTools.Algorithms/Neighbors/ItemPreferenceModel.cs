namespace RecTools.Algorithms;

/// <summary>Ranks items by how similar they are to those of the history: score = sum over the history of weight x similarity. Items like none of them come last, by popularity.</summary>
/// <param name="histories">Weight of each row of each user's history.</param>
/// <param name="neighbors">Items most similar to each.</param>
internal sealed class ItemPreferenceModel(SparseMatrix histories, NeighborTable neighbors) : IRecommender
{
    private readonly ItemShares shares = new(histories);

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <summary>Reads what <see cref="Save"/> wrote behind the header.</summary>
    public static ItemPreferenceModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var weights = ModelContent.ReadArray<float>(reader);
        return new ItemPreferenceModel(interactions.WithValues(weights), NeighborTable.Load(reader, interactions.ColumnCount));
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ItemKnn.WriteHeader(writer, predictsRatings: false);
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

        var items = histories.ColumnsOf(user);
        var weights = histories.ValuesOf(user);
        var score = 0f;
        for (var i = 0; i < items.Length; i++)
        {
            if (weights[i] > 0 && SimilarityOf(items[i], item) is > 0 and var similarity)
            {
                ItemShares.Add(ref score, weights[i], similarity);
            }
        }

        return shares.Complete(item, score);
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var i = 0; i < userCount; i++)
        {
            Score(histories.ColumnsOf(firstUser + i), histories.ValuesOf(firstUser + i), scores.Slice(i * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => Score(items, values, scores);

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => neighbors.First(item, count);

    /// <inheritdoc/>
    /// <remarks>The score is a sum over the history, and these are its parts. Values of a history stand for weights; a known user's own weights are taken instead.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var isOwn = user >= 0 && historyItems.SequenceEqual(histories.ColumnsOf(user));
        var weights = isOwn ? histories.ValuesOf(user) : historyValues;
        var parts = new float[historyItems.Length];
        var room = new ScoredItem[Math.Clamp(count, 0, historyItems.Length)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            for (var j = 0; j < parts.Length; j++)
            {
                var part = Math.Max(0, weights[j]) * SimilarityOf(historyItems[j], items[i]);
                parts[j] = part > 0 ? part : Contributions.NoPart;
            }

            explained[i] = Contributions.Largest(historyItems, parts, room);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => shares.Describe(item);

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => parts.IsEmpty ? ReasonKind.Popular : ReasonKind.Model;

    private void Score(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> scores)
    {
        if (items.IsEmpty)
        {
            shares.Fill(scores);
            return;
        }

        shares.FillUnsupported(scores);
        for (var i = 0; i < items.Length; i++)
        {
            // What a weight of 0 would add is no support.
            foreach (var neighbor in weights[i] > 0 ? neighbors.Of(items[i]) : [])
            {
                ItemShares.Add(ref scores[neighbor.Item], weights[i], neighbor.Score);
            }
        }
    }

    private float SimilarityOf(int item, int other)
    {
        foreach (var neighbor in neighbors.Of(item))
        {
            if (neighbor.Item == other)
            {
                return neighbor.Score;
            }
        }

        return 0;
    }
}
