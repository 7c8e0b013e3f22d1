using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>Several draws of the items' factors, and the mean of each user's factors given each draw; scores are expected ratings.</summary>
internal sealed class BayesianFactorizationModel : IRecommender, IFeatureModel
{
    private const int FormatVersion = 2;
    private readonly SparseMatrix interactions;
    private readonly float mean;
    private readonly AveragedFactors users;
    private readonly FactorDraw[] draws;
    private readonly UserExpectation expectation;
    private readonly AveragedFactors items;
    private readonly FactorScorer scorer;
    private readonly FactorSimilarity similarity;
    private readonly float[] levels;
    private readonly string[] featureNames;

    public BayesianFactorizationModel(
        SparseMatrix interactions, float mean, AveragedFactors users, FactorDraw[] draws, EntityFeatures? userFeatures, bool usesHistory)
    {
        this.interactions = interactions;
        this.mean = mean;
        this.users = users;
        this.draws = draws;
        expectation = new UserExpectation(interactions, userFeatures, usesHistory);
        items = new AveragedFactors(ItemCount, Factors, draws.Length);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            for (var item = 0; item < ItemCount; item++)
            {
                items.Set(item, draw, draws[draw].Items.Offsets[item], draws[draw].Items.Vectors.Row(item)[1..], 1);
            }
        }

        scorer = new FactorScorer(items.Vectors, items.Offsets);
        similarity = new FactorSimilarity(items.Vectors);
        featureNames = Array.ConvertAll(userFeatures?.Names ?? [], name => name.ToString());
        levels = Array.ConvertAll(users.Offsets, offset => mean + offset);
    }

    /// <inheritdoc/>
    public int UserCount => users.Offsets.Length;

    /// <inheritdoc/>
    public int ItemCount => interactions.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => true;

    /// <inheritdoc/>
    /// <remarks>Those of users; those of items shape what the items are.</remarks>
    public IReadOnlyList<string> FeatureNames => featureNames;

    private int Factors => draws[0].Items.Vectors.Width - 1;

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static BayesianFactorizationModel Load(BinaryReader reader, SparseMatrix interactions) =>
        ModelContent.Read(reader, BayesianFactorization.AlgorithmName, FormatVersion, content =>
        {
            var mean = content.ReadSingle();
            var expectation = UserExpectation.Load(content, interactions);
            var draws = new List<FactorDraw>();
            for (var left = ModelContent.ReadCount(content); left > 0; left--)
            {
                draws.Add(FactorDraw.Load(content));
            }

            if (draws.Count == 0 || draws.Exists(draw => draw.Items.Offsets.Length != interactions.ColumnCount
                || draw.Items.Vectors.Width != draws[0].Items.Vectors.Width || draw.Weights.Rows != expectation.WeightCount))
            {
                throw new InvalidDataException("The draws of the model are of another shape than its rows.");
            }

            var users = AveragedFactors.Load(content, draws[0].Items.Vectors.Width - 1, draws.Count);
            return users.Offsets.Length == interactions.RowCount
                ? new BayesianFactorizationModel(interactions, mean, users, [.. draws], expectation.Features, expectation.UsesHistory)
                : throw new InvalidDataException($"The model is about {users.Offsets.Length} users, its rows have {interactions.RowCount}.");
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, BayesianFactorization.AlgorithmName, FormatVersion);
        writer.Write(mean);
        expectation.Save(writer);
        writer.Write(draws.Length);
        foreach (var draw in draws)
        {
            draw.Save(writer);
        }

        users.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>An unknown user is taken for one of whom only the usual is expected; of an unknown item nothing is taken.</remarks>
    public float Predict(int user, int item)
    {
        if (item < 0)
        {
            return user < 0 ? mean : levels[user];
        }

        if (user >= 0)
        {
            return scorer.Score(users.Vectors.Row(user), levels[user], item);
        }

        var somebody = Infer(-1, [], []);
        return scorer.Score(somebody.Vectors.Row(0), mean + somebody.Offsets[0], item);
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores) => scorer.Score(
        users.Vectors.Values.AsSpan(firstUser * users.Vectors.Stride), users.Vectors.Stride, levels.AsSpan(firstUser, userCount), userCount, scores);

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var own = Infer(-1, items, values);
        scorer.Score(own.Vectors.Values, own.Vectors.Stride, [mean + own.Offsets[0]], 1, scores);
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => similarity.Find(item, count);

    /// <inheritdoc/>
    /// <remarks>
    /// What each rating of the history adds to the user's offset and taste, by its value and by being there, and what each feature of the user lets expect;
    /// the mean, the item's offset and what is expected of everybody come on top.
    /// </remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var features = expectation.FeaturesOf(user);
        var width = historyItems.Length + features.Length;
        if (width == 0 || count <= 0)
        {
            return [.. Enumerable.Repeat(Array.Empty<Contribution>(), items.Length)];
        }

        var parts = new float[items.Length * width];
        var expected = new float[draws[0].Mean.Length];
        var equations = new NormalEquations(Factors + 1);
        foreach (var draw in draws)
        {
            expectation.Of(draw, user, historyItems, expected);
            FactorExplanation.AddParts(equations, historyItems, historyValues, draw.Items.Vectors, ProblemOf(draw, expected), items, 1f / draws.Length, parts);
            expectation.AddParts(draw, user, historyItems, items, 1f / draws.Length, parts);
        }

        var room = new ScoredItem[Math.Min(count, width)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            explained[i] = Contributions.Largest(historyItems, features, parts.AsSpan(i * width, width), room);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => $"{DescribeToStranger(item)}, and fits your taste";

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => string.Create(
        CultureInfo.InvariantCulture, $"rated {Math.Abs(items.Offsets[item]):0.00} {(items.Offsets[item] < 0 ? "below" : "above")} the mean");

    private PosteriorProblem ProblemOf(FactorDraw draw, float[] expected) => new(mean, draw.Items, draw.Precision, expected);

    // Mean of offset and factors given each draw.
    private AveragedFactors Infer(int user, ReadOnlySpan<int> history, ReadOnlySpan<float> values)
    {
        var inferred = new AveragedFactors(1, Factors, draws.Length);
        var expected = new float[draws[0].Mean.Length];
        var own = new float[expected.Length];
        var equations = new NormalEquations(Factors + 1);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            expectation.Of(draws[draw], user, history, expected);
            equations.Solve(history, values, draws[draw].Items.Vectors, ProblemOf(draws[draw], expected), own);
            System.Numerics.Tensors.TensorPrimitives.Add(own, expected, own);
            inferred.Set(0, draw, own[0], own.AsSpan(1, Factors), 1f / draws.Length);
        }

        return inferred;
    }
}
