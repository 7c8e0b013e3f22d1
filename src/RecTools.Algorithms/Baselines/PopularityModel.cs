using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>One score an item, whoever asks; or where there are groups of users, one for each group.</summary>
/// <param name="userCount">Number of users.</param>
/// <param name="itemScores">Score of each item for users of no group.</param>
/// <param name="isSumOfValues">Whether scores are sums of values rather than counts of users.</param>
/// <param name="groups">Scores for the users of groups; null without.</param>
internal sealed class PopularityModel(int userCount, float[] itemScores, bool isSumOfValues, GroupPopularity? groups = null) : IRecommender
{
    private const int FormatVersion = 2;

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
            var scores = ModelContent.ReadArray<float>(content);
            return new PopularityModel(users, scores, isSumOfValues, content.ReadBoolean() ? GroupPopularity.Load(content, users, scores.Length) : null);
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Popularity.AlgorithmName, FormatVersion);
        writer.Write(UserCount);
        writer.Write(isSumOfValues);
        ModelContent.WriteArray<float>(writer, itemScores);
        writer.Write(groups is not null);
        groups?.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>An unknown item has no user: its score is 0.</remarks>
    public float Predict(int user, int item) => item < 0 ? 0 : ScoresFor(user)[item];

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var user = 0; user < userCount; user++)
        {
            ScoresFor(firstUser + user).CopyTo(scores[(user * ItemCount)..]);
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => itemScores.CopyTo(scores);

    /// <inheritdoc/>
    public void ScoreChangedUser(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => ScoresFor(user).CopyTo(scores);

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

    /// <inheritdoc/>
    public string Describe(int user, int item) => groups?.Describe(user, item, isSumOfValues) ?? Describe(item);

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => groups?.Describe(user, item, isSumOfValues) is null ? ReasonKind.Popular : ReasonKind.Cluster;

    private ReadOnlySpan<float> ScoresFor(int user) => groups is null ? itemScores : groups.ScoresFor(user, itemScores);
}
