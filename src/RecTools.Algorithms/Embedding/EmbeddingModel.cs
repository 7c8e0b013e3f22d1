using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>Embeddings, biases and a network; scores are expected ratings, or chances.</summary>
internal sealed class EmbeddingModel : IRecommender, IUserSimilarity, IVectorModel, IFitFacts
{
    private const int FormatVersion = 1;
    private readonly NetworkShape shape;
    private readonly AlignedBuffer network;
    private readonly FactorMatrix users;
    private readonly FactorMatrix items;
    private readonly float[] userBias;
    private readonly float[] itemBias;
    private readonly OutputScale scale;
    private readonly EmbeddingOptions options;
    private readonly PairScorer scorer;
    private readonly Lazy<FactorSimilarity> likeItems;
    private readonly Lazy<FactorSimilarity> likeUsers;
    private readonly Lazy<UserFoldIn> foldIn;
    private readonly Lazy<EmbeddingExplanation> explanation;
    private readonly float[] average;

    private EmbeddingModel(
        NetworkShape shape, AlignedBuffer network, FactorMatrix users, FactorMatrix items, float[] userBias, float[] itemBias, OutputScale scale, EmbeddingOptions options)
    {
        (this.shape, this.network, this.users, this.items, this.userBias, this.itemBias, this.scale, this.options) =
            (shape, network, users, items, userBias, itemBias, scale, options);
        scorer = new PairScorer(shape, network, items, itemBias);
        likeItems = new Lazy<FactorSimilarity>(() => new FactorSimilarity(items));
        likeUsers = new Lazy<FactorSimilarity>(() => new FactorSimilarity(users));
        foldIn = new Lazy<UserFoldIn>(() => new UserFoldIn(shape, network, items, itemBias, scale, options));
        explanation = new Lazy<EmbeddingExplanation>(() => new EmbeddingExplanation(shape, network, items, itemBias, scale));
        average = users.PaddedMean(static _ => true);
    }

    /// <inheritdoc/>
    public int UserCount => users.Rows;

    /// <inheritdoc/>
    public int ItemCount => items.Rows;

    /// <inheritdoc/>
    public bool PredictsRatings => scale.Aim == EmbeddingAim.Rating;

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Facts { get; private init; } = [];

    /// <summary>The model of some weights, which it shares.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="features">Features of the items; null for none.</param>
    /// <param name="scale">What the output means.</param>
    /// <param name="options">Settings.</param>
    /// <param name="facts">What there is to tell of the fit.</param>
    public static EmbeddingModel Of(
        EmbeddingWeights weights, SparseMatrix? features, OutputScale scale, EmbeddingOptions options, IReadOnlyList<(string Name, double Value)>? facts = null) =>
        new(weights.Shape, weights.Network, weights.Users, ItemVectors.Of(weights, features), weights.UserBias, weights.ItemBias, scale, options)
        {
            Facts = facts ?? [],
        };

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not such a model.</exception>
    public static EmbeddingModel Load(BinaryReader reader) => ModelContent.Read(reader, Embedding.AlgorithmName, FormatVersion, static content =>
    {
        var scale = new OutputScale(content.ReadBoolean() ? EmbeddingAim.Implicit : EmbeddingAim.Rating, content.ReadSingle(), content.ReadSingle());
        var options = new EmbeddingOptions { Biases = content.ReadBoolean(), Negatives = content.ReadInt32(), WeightDecay = content.ReadDouble() };
        var hasDotProduct = content.ReadBoolean();
        var layers = ModelContent.ReadArray<int>(content);
        var numbers = ModelContent.ReadArray<float>(content);
        var (users, userBias) = (FactorMatrix.Load(content), ModelContent.ReadArray<float>(content));
        var (items, itemBias) = (FactorMatrix.Load(content), ModelContent.ReadArray<float>(content));
        if (users.Width != items.Width || layers.Any(width => width is < 1 or > 1 << 16) || userBias.Length != users.Rows || itemBias.Length != items.Rows)
        {
            throw new InvalidDataException("The parts of the network do not fit together.");
        }

        var shape = new NetworkShape(users.Width, layers, hasDotProduct);
        if (shape.Length != numbers.Length)
        {
            throw new InvalidDataException("The network has not as many numbers as its shape asks for.");
        }

        var network = new AlignedBuffer(shape.Length);
        numbers.CopyTo(network.Span);
        return new EmbeddingModel(shape, network, users, items, userBias, itemBias, scale, options);
    });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Embedding.AlgorithmName, FormatVersion);
        writer.Write(scale.Aim == EmbeddingAim.Implicit);
        writer.Write(scale.Low);
        writer.Write(scale.High);
        writer.Write(options.Biases);
        writer.Write(options.Negatives);
        writer.Write(options.WeightDecay);
        writer.Write(shape.HasDotProduct);
        ModelContent.WriteArray<int>(writer, shape.Layers);
        ModelContent.WriteArray<float>(writer, network.Span);
        users.Save(writer);
        ModelContent.WriteArray<float>(writer, userBias);
        items.Save(writer);
        ModelContent.WriteArray<float>(writer, itemBias);
    }

    /// <inheritdoc/>
    /// <remarks>An unknown user is taken for the average one; of an unknown item nothing is known but how high the user's values are.</remarks>
    public float Predict(int user, int item)
    {
        var bias = user < 0 ? 0 : userBias[user];
        return scale.ValueOf(item < 0 ? network.Span[shape.Level] + bias : scorer.Score(user < 0 ? average : users.PaddedRow(user), bias, item));
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var user = 0; user < userCount; user++)
        {
            Score(users.PaddedRow(firstUser + user), userBias[firstUser + user], scores.Slice(user * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var user = new float[shape.Stride];
        var bias = foldIn.Value.Find(items, values, average, user);
        Score(user, bias, scores[..ItemCount]);
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => likeItems.Value.Find(item, count);

    /// <inheritdoc/>
    public ScoredUser[] SimilarUsers(int user, int count) => ScoredUser.Of(likeUsers.Value.Find(user, count));

    /// <inheritdoc/>
    public ReadOnlySpan<float> UserVector(int user) => users.Row(user);

    /// <inheritdoc/>
    public ReadOnlySpan<float> ItemVector(int item) => items.Row(item);

    /// <inheritdoc/>
    /// <remarks>What each item of the history adds, by its pull on the user's embedding, to what sets the score apart from that of the average user.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        explanation.Value.Of(
            user < 0 ? average : users.PaddedRow(user), user < 0 ? 0 : userBias[user], average, historyItems, historyValues, items, count);

    /// <inheritdoc/>
    public string Describe(int item) => Popularity(item) is { } popular ? $"{popular}, and fits your taste" : "fits your taste as a whole";

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => Popularity(item) ?? "suits the average user";

    // What the average user would say of an item; null where that is nothing good.
    private string? Popularity(int item)
    {
        var (level, here) = (scale.ValueOf(network.Span[shape.Level]), scale.ValueOf(scorer.Score(average, 0, item)));
        return scale.Aim == EmbeddingAim.Rating
            ? string.Create(CultureInfo.InvariantCulture, $"{here:0.0} for the average user")
            : here >= level ? "popular" : null;
    }

    private void Score(ReadOnlySpan<float> user, float bias, Span<float> scores)
    {
        scorer.Score(user, bias, scores);
        foreach (ref var score in scores)
        {
            score = scale.ValueOf(score);
        }
    }
}
