namespace RecTools.Algorithms;

/// <summary>Factors of users and items; the score is their product, near 1 for what somebody is sure to want.</summary>
internal sealed class ImplicitAlsModel : IRecommender, IUserSimilarity, IVectorModel
{
    private const int FormatVersion = 1;
    private readonly FactorMatrix users;
    private readonly FactorMatrix items;
    private readonly ImplicitAlsOptions options;
    private readonly FactorScorer scorer;
    private readonly FactorSimilarity similarity;
    private readonly ImplicitAlsProblem problem;
    private readonly float[] average;

    public ImplicitAlsModel(FactorMatrix users, FactorMatrix items, ImplicitAlsOptions options, Workers workers)
    {
        this.users = users;
        this.items = items;
        this.options = options;
        scorer = new FactorScorer(items);
        similarity = new FactorSimilarity(items);
        problem = ImplicitAls.ProblemOf(items, options, workers);
        average = users.PaddedMean(static _ => true);
    }

    /// <inheritdoc/>
    public int UserCount => users.Rows;

    /// <inheritdoc/>
    public int ItemCount => items.Rows;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static ImplicitAlsModel Load(BinaryReader reader) =>
        ModelContent.Read(reader, ImplicitAls.AlgorithmName, FormatVersion, static content =>
        {
            var options = new ImplicitAlsOptions
            {
                Alpha = content.ReadDouble(),
                UnobservedWeight = content.ReadDouble(),
                Regularization = content.ReadDouble(),
                RegularizationExponent = content.ReadDouble(),
            };
            var users = FactorMatrix.Load(content);
            return new ImplicitAlsModel(users, FactorMatrix.Load(content), options, new Workers());
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, ImplicitAls.AlgorithmName, FormatVersion);
        writer.Write(options.Alpha);
        writer.Write(options.UnobservedWeight);
        writer.Write(options.Regularization);
        writer.Write(options.RegularizationExponent);
        users.Save(writer);
        items.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>An unknown user is taken for the average of all.</remarks>
    public float Predict(int user, int item) => item < 0 ? 0 : scorer.Score(user < 0 ? average : users.Row(user), 0, item);

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores) =>
        scorer.Score(users.Values.AsSpan(firstUser * users.Stride), users.Stride, [], userCount, scores);

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var own = new float[users.Stride];
        if (items.IsEmpty)
        {
            average.CopyTo(own, 0);
        }
        else
        {
            new NormalEquations(users.Width).Solve(items, values, this.items, problem, own);
        }

        scorer.Score(own, own.Length, [], 1, scores);
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => similarity.Find(item, count);

    /// <inheritdoc/>
    public ScoredUser[] SimilarUsers(int user, int count) => ScoredUser.Of(new FactorSimilarity(users).Find(user, count));

    /// <inheritdoc/>
    public ReadOnlySpan<float> UserVector(int user) => users.Row(user);

    /// <inheritdoc/>
    public ReadOnlySpan<float> ItemVector(int item) => items.Row(item);

    /// <inheritdoc/>
    /// <remarks>Hu, Koren and Volinsky 2008, section 5: the score is a sum over the history, and these are its parts.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        FactorExplanation.Of(historyItems, historyValues, this.items, problem, items, count);

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => "suits the average user";
}
