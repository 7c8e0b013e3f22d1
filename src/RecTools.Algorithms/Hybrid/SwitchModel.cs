namespace RecTools.Algorithms;

/// <summary>Asks one part for each user: the first for users of whom enough is known, content for those of whom little is, and what is popular for all others.</summary>
/// <param name="parts">The main part; the one for little known users, where there is one; the one for others.</param>
/// <param name="histories">Rows of each user.</param>
/// <param name="fewRows">Rows below which a user is little known.</param>
internal sealed class SwitchModel(PartModels parts, SparseMatrix histories, int fewRows) : IRecommender, IFeatureModel
{
    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => Enumerable.Range(0, parts.Count).All(part => parts[part].PredictsRatings);

    /// <inheritdoc/>
    /// <remarks>Those of all parts, one part after the other.</remarks>
    public IReadOnlyList<string> FeatureNames => [.. Enumerable.Range(0, parts.Count).SelectMany(NamesOf)];

    /// <summary>Fits the parts.</summary>
    public static SwitchModel Fit(SparseMatrix interactions, IReadOnlyList<HybridPart> named, int fewRows, FitContext context)
    {
        // Groups say more of somebody unknown than a level of ratings does.
        var ratings = context.Side.Feedback == FeedbackKind.Explicit && context.Side.Groups is null;
        string[] others = context.Side.ItemFeatures is null && !named[0].GivesVectors ? [] : [ContentBased.AlgorithmName];
        var parts = HybridParts.Named([.. others, ratings ? Bias.AlgorithmName : Popularity.AlgorithmName]);
        return new SwitchModel(PartModels.Fit([named[0], .. parts], interactions, ratings: false, context), interactions, fewRows);
    }

    /// <summary>Reads back what <see cref="Save"/> wrote behind the header.</summary>
    public static SwitchModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var fewRows = reader.ReadInt32();
        var parts = PartModels.Load(reader, interactions);
        return fewRows > 0 && parts.Count is 2 or 3
            ? new SwitchModel(parts, interactions, fewRows)
            : throw new InvalidDataException($"The hybrid switches between {parts.Count} parts at {fewRows} rows.");
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Hybrid.AlgorithmName, PartModels.FormatVersion);
        writer.Write(true);
        writer.Write(fewRows);
        parts.Save(writer);
    }

    /// <inheritdoc/>
    public float Predict(int user, int item) => PartOf(user).Predict(user, item);

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var from = 0; from < userCount;)
        {
            var part = PartOf(firstUser + from);
            var to = from + 1;
            while (to < userCount && ReferenceEquals(PartOf(firstUser + to), part))
            {
                to++;
            }

            part.Score(firstUser + from, to - from, scores.Slice(from * ItemCount, (to - from) * ItemCount));
            from = to;
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => AnsweringFor(items.Length).ScoreNewUser(items, values, scores);

    /// <inheritdoc/>
    public void ScoreChangedUser(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) =>
        AnsweringFor(items.Length).ScoreChangedUser(user, items, values, scores);

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count)
    {
        var similar = parts[0].SimilarItems(item, count);
        return similar.Length == 0 && parts.Count > 2 ? parts[1].SimilarItems(item, count) : similar;
    }

    /// <inheritdoc/>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var answering = AnsweringFor(historyItems.Length);
        return Renumbered(answering, answering.Explain(user, historyItems, historyValues, items, count));
    }

    /// <inheritdoc/>
    public Contribution[][] ExplainChangedUser(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var answering = AnsweringFor(historyItems.Length);
        return Renumbered(answering, answering.ExplainChangedUser(user, historyItems, historyValues, items, count));
    }

    /// <inheritdoc/>
    public string Describe(int item) => parts[0].Describe(item);

    /// <inheritdoc/>
    public string Describe(int user, int item) => PartOf(user).Describe(user, item);

    /// <inheritdoc/>
    public string DescribeToStranger(int item) => PartOf(-1).DescribeToStranger(item);

    /// <inheritdoc/>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => PartOf(user).KindOf(user, item, parts);

    /// <inheritdoc/>
    public IRecommender AnsweringFor(int historyCount) => historyCount >= fewRows ? parts[0]
        : historyCount > 0 ? parts[Math.Max(1, parts.Count - 2)]
        : parts[parts.Count - 1];

    // A part counts its own features alone.
    private Contribution[][] Renumbered(IRecommender answering, Contribution[][] explained)
    {
        var first = Enumerable.Range(0, parts.Count).TakeWhile(part => parts[part] != answering).Sum(part => NamesOf(part).Count);
        return Array.ConvertAll(explained, own => Array.ConvertAll(own, one => one.Feature < 0 ? one : one with { Feature = first + one.Feature }));
    }

    private IReadOnlyList<string> NamesOf(int part) => (parts[part] as IFeatureModel)?.FeatureNames ?? [];

    private IRecommender PartOf(int user) => AnsweringFor(user < 0 ? 0 : histories.CountOf(user));
}
