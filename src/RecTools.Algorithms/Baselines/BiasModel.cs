using System.Globalization;
using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>A mean, an offset for each user and an offset for each item. Who or what is unknown has offset 0.</summary>
internal sealed class BiasModel(float mean, float[] userOffset, float[] itemOffset, double userDamping) : IRecommender
{
    private const int FormatVersion = 1;

    /// <inheritdoc/>
    public int UserCount => userOffset.Length;

    /// <inheritdoc/>
    public int ItemCount => itemOffset.Length;

    /// <inheritdoc/>
    public bool PredictsRatings => true;

    /// <summary>The offset of a row that lowers the damped squared error: sum (value - mean - offset of the column) / (entries + damping).</summary>
    public static float OffsetOf(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float mean, float[] columnOffset, double damping)
    {
        if (columns.IsEmpty)
        {
            return 0;
        }

        double sum = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            sum += (double)values[i] - mean - columnOffset[columns[i]];
        }

        return (float)(sum / (columns.Length + damping));
    }

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static BiasModel Load(BinaryReader reader) =>
        ModelContent.Read(reader, Bias.AlgorithmName, FormatVersion, static content =>
        {
            var mean = content.ReadSingle();
            var damping = content.ReadDouble();
            var users = ModelContent.ReadArray<float>(content);
            return new BiasModel(mean, users, ModelContent.ReadArray<float>(content), damping);
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Bias.AlgorithmName, FormatVersion);
        writer.Write(mean);
        writer.Write(userDamping);
        ModelContent.WriteArray<float>(writer, userOffset);
        ModelContent.WriteArray<float>(writer, itemOffset);
    }

    /// <inheritdoc/>
    public float Predict(int user, int item) => LevelOf(user) + (item < 0 ? 0 : itemOffset[item]);

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var user = 0; user < userCount; user++)
        {
            TensorPrimitives.Add(itemOffset, LevelOf(firstUser + user), scores.Slice(user * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) =>
        TensorPrimitives.Add(itemOffset, mean + OffsetOf(items, values, mean, itemOffset, userDamping), scores[..ItemCount]);

    /// <inheritdoc/>
    /// <remarks>Always empty: offsets know nothing of likeness.</remarks>
    public ScoredItem[] SimilarItems(int item, int count) => [];

    /// <inheritdoc/>
    /// <remarks>Always empty: no item of the history counts more than another.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        Enumerable.Repeat(Array.Empty<Contribution>(), items.Length).ToArray();

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => ReasonKind.Popular;

    /// <inheritdoc/>
    public string Describe(int item) => string.Create(
        CultureInfo.InvariantCulture, $"rated {Math.Abs(itemOffset[item]):0.00} {(itemOffset[item] < 0 ? "below" : "above")} the mean of {mean:0.00}");

    private float LevelOf(int user) => mean + (user < 0 ? 0 : userOffset[user]);
}
