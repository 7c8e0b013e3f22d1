using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>One score an item, whoever asks.</summary>
internal sealed class PopularityModel(int userCount, float[] itemScores, bool isSumOfValues) : IRecommender
{
    private const int FormatVersion = 1;

    /// <inheritdoc/>
    public int UserCount { get; } = userCount;

    /// <inheritdoc/>
    public int ItemCount => itemScores.Length;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static PopularityModel Load(BinaryReader reader) =>
        ModelContent.Read(reader, Popularity.AlgorithmName, FormatVersion, static content =>
        {
            var users = ModelContent.ReadCount(content);
            var isSumOfValues = content.ReadBoolean();
            return new PopularityModel(users, ModelContent.ReadArray<float>(content), isSumOfValues);
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Popularity.AlgorithmName, FormatVersion);
        writer.Write(UserCount);
        writer.Write(isSumOfValues);
        ModelContent.WriteArray<float>(writer, itemScores);
    }

    /// <inheritdoc/>
    /// <remarks>An unknown item has no user: its score is 0.</remarks>
    public float Predict(int user, int item) => item < 0 ? 0 : itemScores[item];

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var user = 0; user < userCount; user++)
        {
            itemScores.CopyTo(scores[(user * ItemCount)..]);
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => itemScores.CopyTo(scores);

    /// <inheritdoc/>
    /// <remarks>Always empty: popularity knows nothing of likeness.</remarks>
    public ScoredItem[] SimilarItems(int item, int count) => [];

    /// <inheritdoc/>
    /// <remarks>Always empty: the score does not look at the history.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        Enumerable.Repeat(Array.Empty<Contribution>(), items.Length).ToArray();

    /// <inheritdoc/>
    public string Describe(int item) => isSumOfValues
        ? string.Create(CultureInfo.InvariantCulture, $"popular: values sum to {itemScores[item]:#,##0.##}")
        : string.Create(CultureInfo.InvariantCulture, $"popular: {itemScores[item]:#,##0} users");
}
