using System.Buffers;

namespace RecTools.Algorithms;

/// <summary>Tastes in features: score = level of the user + sum over the features of the item of the taste's weight x the feature.</summary>
/// <param name="histories">For each user the weight that each item of the history has in the taste.</param>
/// <param name="levels">What all scores of a user have in common.</param>
/// <param name="space">Features of the items.</param>
internal sealed class ContentModel(SparseMatrix histories, float[] levels, ContentSpace space) : IRecommender, IFeatureModel
{
    private const int FormatVersion = 1;
    private const int FeaturesDescribed = 3;

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => space.IsRidge;

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames => space.FeatureNames;

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static ContentModel Load(BinaryReader reader, SparseMatrix interactions) =>
        ModelContent.Read(reader, ContentBased.AlgorithmName, FormatVersion, content =>
        {
            var weights = ModelContent.ReadArray<float>(content);
            var levels = ModelContent.ReadArray<float>(content);
            var space = ContentSpace.Load(content);
            return levels.Length == interactions.RowCount && space.Items.RowCount == interactions.ColumnCount
                ? new ContentModel(interactions.WithValues(weights), levels, space)
                : throw new InvalidDataException("The model is not one of these rows.");
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, ContentBased.AlgorithmName, FormatVersion);
        ModelContent.WriteArray<float>(writer, histories.Value);
        ModelContent.WriteArray<float>(writer, levels);
        space.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>Of an unknown user nothing is known but the mean; of an unknown item nothing but the user's level.</remarks>
    public float Predict(int user, int item)
    {
        if (user < 0 || item < 0)
        {
            return user < 0 ? space.Level : levels[user];
        }

        var taste = ArrayPool<float>.Shared.Rent(FeatureCount);
        var own = taste.AsSpan(0, FeatureCount);
        own.Clear();
        AddTaste(histories.ColumnsOf(user), histories.ValuesOf(user), own, 1);
        var score = space.Scorer.Score(own, item) + levels[user];
        ArrayPool<float>.Shared.Return(taste);
        return score;
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        const int Lanes = SparseScorer.Lanes;
        var room = ArrayPool<float>.Shared.Rent(FeatureCount * Lanes);
        var tastes = room.AsSpan(0, FeatureCount * Lanes);
        for (var done = 0; done < userCount; done += Lanes)
        {
            var count = Math.Min(Lanes, userCount - done);
            tastes.Clear();
            for (var lane = 0; lane < count; lane++)
            {
                var user = firstUser + done + lane;
                AddTaste(histories.ColumnsOf(user), histories.ValuesOf(user), tastes[lane..], Lanes);
            }

            space.Scorer.Score(tastes, levels.AsSpan(firstUser + done, count), scores.Slice(done * ItemCount, count * ItemCount));
        }

        ArrayPool<float>.Shared.Return(room);
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var (taste, level) = TasteOf(items, values);
        for (var item = 0; item < ItemCount; item++)
        {
            scores[item] = space.Scorer.Score(taste, item) + level;
        }
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => space.Similar(item, count);

    /// <inheritdoc/>
    /// <remarks>What each feature of an item adds to its score; the level of the user comes on top.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var taste = TasteOf(user, historyItems, historyValues);
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            explained[i] = Largest(taste, items[i], count);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item)
    {
        var columns = space.Items.ColumnsOf(item).ToArray();
        if (columns.Length == 0)
        {
            return "nothing is known of it";
        }

        var values = space.Items.ValuesOf(item).ToArray();
        Array.Sort(values, columns, Comparer<float>.Create((a, b) => b.CompareTo(a)));
        return $"has {string.Join(", ", columns.Take(FeaturesDescribed).Select(feature => FeatureNames[feature]))}";
    }

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => ReasonKind.Content;

    private int FeatureCount => space.Items.ColumnCount;

    private Contribution[] Largest(float[] taste, int item, int count)
    {
        var columns = space.Items.ColumnsOf(item);
        var values = space.Items.ValuesOf(item);
        var parts = new float[columns.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = taste[columns[i]] * values[i] is not 0 and var part ? part : Contributions.NoPart;
        }

        var room = new ScoredItem[Math.Clamp(count, 0, parts.Length)];
        room = room[..TopItems.Select(parts, [], room)];
        var largest = new Contribution[room.Length];
        for (var i = 0; i < largest.Length; i++)
        {
            largest[i] = new Contribution(-1, room[i].Score, Feature: columns[room[i].Item]);
        }

        return largest;
    }

    // A known user's own history has its weights already.
    private float[] TasteOf(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values)
    {
        if (user < 0 || !items.SequenceEqual(histories.ColumnsOf(user)))
        {
            return TasteOf(items, values).Taste;
        }

        var taste = new float[FeatureCount];
        AddTaste(items, histories.ValuesOf(user), taste, 1);
        return taste;
    }

    private (float[] Taste, float Level) TasteOf(ReadOnlySpan<int> items, ReadOnlySpan<float> values)
    {
        var taste = new float[FeatureCount];
        var weights = new float[items.Length];
        var level = space.MakeProfile().Learn(items, values, weights);
        AddTaste(items, weights, taste, 1);
        return (taste, level);
    }

    private void AddTaste(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, Span<float> taste, int stride)
    {
        for (var i = 0; i < items.Length; i++)
        {
            space.Scorer.Add(items[i], weights[i], taste, stride);
        }
    }
}
