using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>Mean, offsets and factors of users and items; scores are expected ratings.</summary>
internal sealed class AlsModel : IRecommender, IUserSimilarity, IVectorModel
{
    private const int FormatVersion = 1;
    private readonly float mean;
    private readonly AlsSide users;
    private readonly AlsSide items;
    private readonly AlsOptions options;
    private readonly FactorScorer scorer;
    private readonly FactorSimilarity similarity;
    private readonly float[] levels;

    public AlsModel(float mean, AlsSide users, AlsSide items, AlsOptions options)
    {
        this.mean = mean;
        this.users = users;
        this.items = items;
        this.options = options;

        // The ones that both vectors begin with meet in the product; the level takes that 1 away again.
        scorer = new FactorScorer(items.Vectors, items.Offsets);
        similarity = new FactorSimilarity(items.Vectors, skipped: 1);
        levels = Array.ConvertAll(users.Offsets, offset => mean + offset - 1);
    }

    /// <inheritdoc/>
    public int UserCount => users.Offsets.Length;

    /// <inheritdoc/>
    public int ItemCount => items.Offsets.Length;

    /// <inheritdoc/>
    public bool PredictsRatings => true;

    private AlsProblem UserProblem => new(mean, [0], items.Offsets, options);

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static AlsModel Load(BinaryReader reader) =>
        ModelContent.Read(reader, Als.AlgorithmName, FormatVersion, static content =>
        {
            var mean = content.ReadSingle();
            var options = new AlsOptions
            {
                Regularization = content.ReadDouble(),
                RegularizationExponent = content.ReadDouble(),
                BiasRegularization = content.ReadDouble(),
            };
            var users = AlsSide.Load(content);
            return new AlsModel(mean, users, AlsSide.Load(content), options);
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Als.AlgorithmName, FormatVersion);
        writer.Write(mean);
        writer.Write(options.Regularization);
        writer.Write(options.RegularizationExponent);
        writer.Write(options.BiasRegularization);
        users.Save(writer);
        items.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>Of an unknown user or item nothing is taken but the mean.</remarks>
    public float Predict(int user, int item) =>
        item >= 0 && user >= 0 ? scorer.Score(users.Vectors.Row(user), levels[user], item)
        : item >= 0 ? mean + items.Offsets[item]
        : user >= 0 ? mean + users.Offsets[user]
        : mean;

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores) => scorer.Score(
        users.Vectors.Values.AsSpan(firstUser * users.Vectors.Stride), users.Vectors.Stride, levels.AsSpan(firstUser, userCount), userCount, scores);

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var own = new float[users.Vectors.Stride];
        if (!items.IsEmpty)
        {
            new NormalEquations(users.Vectors.Width).Solve(items, values, this.items.Vectors, UserProblem, own);
        }

        var offset = own[0];
        own[0] = 1;
        scorer.Score(own, own.Length, [mean + offset - 1], 1, scores);
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => similarity.Find(item, count);

    /// <inheritdoc/>
    public ScoredUser[] SimilarUsers(int user, int count) => ScoredUser.Of(new FactorSimilarity(users.Vectors, skipped: 1).Find(user, count));

    /// <inheritdoc/>
    public ReadOnlySpan<float> UserVector(int user) => users.Vectors.Row(user)[1..];

    /// <inheritdoc/>
    public ReadOnlySpan<float> ItemVector(int item) => items.Vectors.Row(item)[1..];

    /// <inheritdoc/>
    /// <remarks>What each rating of the history adds to the user's offset and taste; the mean and the item's offset come on top.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        FactorExplanation.Of(historyItems, historyValues, this.items.Vectors, UserProblem, items, count);

    /// <inheritdoc/>
    public string Describe(int item) => $"{DescribeToStranger(item)}, and fits your taste";

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => string.Create(
        CultureInfo.InvariantCulture, $"rated {Math.Abs(items.Offsets[item]):0.00} {(items.Offsets[item] < 0 ? "below" : "above")} the mean");
}
