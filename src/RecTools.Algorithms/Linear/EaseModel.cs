using System.Globalization;
using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Weights between items; the score of an item is the sum of the weights from the items of the history to it.</summary>
/// <remarks>
/// With P = (X'X + lambda I)^-1 the weight from i to j is -P(i, j) / P(j, j), and 0 from an item to itself (Steck 2019, equation 8). Kept are -P with zeros on
/// the diagonal, which is symmetric and so half as large in store, and 1 / P(j, j) apart.
/// </remarks>
/// <param name="histories">Weight of each row of each user's history.</param>
/// <param name="negated">-P with zeros on the diagonal.</param>
/// <param name="scale">1 / P(j, j).</param>
/// <param name="weighByValue">Whether values of a history count.</param>
internal sealed class EaseModel(SparseMatrix histories, ItemPanels negated, float[] scale, bool weighByValue) : IRecommender
{
    private const int FormatVersion = 1;
    private readonly int[] userCounts = histories.CountColumns();

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static EaseModel Load(BinaryReader reader, SparseMatrix interactions) =>
        ModelContent.Read(reader, Ease.AlgorithmName, FormatVersion, content =>
        {
            var weighByValue = content.ReadBoolean();
            var scale = ModelContent.ReadArray<float>(content);
            return scale.Length == interactions.ColumnCount
                ? new EaseModel(Ease.HistoriesOf(interactions, weighByValue), ItemPanels.Load(content, scale.Length), scale, weighByValue)
                : throw new InvalidDataException($"The model weighs {scale.Length} items, its rows have {interactions.ColumnCount}.");
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Ease.AlgorithmName, FormatVersion);
        writer.Write(weighByValue);
        ModelContent.WriteArray<float>(writer, scale);
        negated.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>For an unknown user the share of users who have the item; 0 for an unknown item.</remarks>
    public float Predict(int user, int item) =>
        item < 0 ? 0
        : user < 0 || histories.CountOf(user) == 0 ? ShareOf(item)
        : negated.SumOf(histories.ColumnsOf(user), histories.ValuesOf(user), item) * scale[item];

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        negated.Sum(histories, firstUser, userCount, scores);
        for (var user = 0; user < userCount; user++)
        {
            Finish(histories.CountOf(firstUser + user) == 0, scores.Slice(user * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        negated.Sum(items, WeightsOf(values), scores[..ItemCount]);
        Finish(items.IsEmpty, scores[..ItemCount]);
    }

    /// <inheritdoc/>
    /// <remarks>Items that gain most from the one, by its weight to them.</remarks>
    public ScoredItem[] SimilarItems(int item, int count)
    {
        var weights = new float[ItemCount];
        for (var other = 0; other < weights.Length; other++)
        {
            var weight = negated.At(item, other) * scale[other];
            weights[other] = weight > 0 ? weight : float.NegativeInfinity;
        }

        var room = new ScoredItem[Math.Clamp(count, 0, ItemCount)];
        return room[..TopItems.Select(weights, [item], room)];
    }

    /// <inheritdoc/>
    /// <remarks>The score is a sum over the history, and these are its parts; some may be below 0.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var weights = WeightsOf(historyValues);
        var parts = new float[historyItems.Length];
        var room = new ScoredItem[Math.Clamp(count, 0, historyItems.Length)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            for (var j = 0; j < parts.Length; j++)
            {
                parts[j] = weights[j] * negated.At(historyItems[j], items[i]) * scale[items[i]];
            }

            explained[i] = Contributions.Largest(historyItems, parts, room);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => string.Create(CultureInfo.InvariantCulture, $"popular: {userCounts[item]:#,##0} users");

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => parts.IsEmpty ? ReasonKind.Popular : ReasonKind.Model;

    private void Finish(bool isEmpty, Span<float> scores)
    {
        if (!isEmpty)
        {
            TensorPrimitives.Multiply(scores, scale, scores);
            return;
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = ShareOf(item);
        }
    }

    private float[] WeightsOf(ReadOnlySpan<float> values)
    {
        var weights = values.ToArray();
        Ease.Weigh(weights, weighByValue);
        return weights;
    }

    private float ShareOf(int item) => (float)userCounts[item] / UserCount;
}
