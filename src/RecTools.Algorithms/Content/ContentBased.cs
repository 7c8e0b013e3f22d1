namespace RecTools.Algorithms;

/// <summary>
/// Learns from each user's own rows which features of items the user likes; other users are not considered, so that an item which nobody has yet is recommended like
/// any other (Pazzani and Billsus 2007).
/// </summary>
public sealed class ContentBased : RecommenderAlgorithm<ContentBasedOptions>
{
    internal const string AlgorithmName = "ContentBased";

    // Features that an estimate reckons with before they have been counted.
    private const int UsualFeatures = 1024;
    private const int UsersInPiece = 8;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Learns which features of items each user likes, such as categories and words; recommends new items too.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override FeatureUse Features => FeatureUse.Required;

    /// <inheritdoc/>
    public override FeatureUse UserFeatures => FeatureUse.None;

    /// <inheritdoc/>
    public override string MemoryAdvice => "take fewer features with -ItemFeature";

    /// <inheritdoc/>
    protected override FeedbackKind FeedbackOf(ContentBasedOptions options, FeedbackKind rows) => options.Profile switch
    {
        null => rows,
        ContentProfile.Ridge => FeedbackKind.Explicit,
        _ => FeedbackKind.Implicit,
    };

    /// <inheritdoc/>
    protected override ContentBasedOptions AimedAt(ContentBasedOptions options, bool ratings) =>
        options with { Profile = options.Profile ?? (ratings ? ContentProfile.Ridge : ContentProfile.Cosine) };

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => ContentModel.Load(reader, interactions);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no features of the items, or those of others.</exception>
    public override IRecommender Fit(SparseMatrix interactions, ContentBasedOptions options, FitContext context)
    {
        if (context.Side.ItemFeatures is not { } features || features.Matrix.RowCount != interactions.ColumnCount)
        {
            throw new ArgumentException("A model of content needs the features of the items.", nameof(context));
        }

        var ratings = FeedbackOf(options, context.Side.Feedback ?? FeedbackLook.Of(interactions)) == FeedbackKind.Explicit;
        var space = new ContentSpace(features, RatingMean.Of(interactions.Value), options with { Profile = ratings ? ContentProfile.Ridge : ContentProfile.Cosine });
        var weights = new float[interactions.EntryCount];
        var levels = new float[interactions.RowCount];
        context.Workers.ForEachPiece(interactions.RowCount, UsersInPiece, space.MakeProfile, (from, to, profile) =>
        {
            for (var user = from; user < to; user++)
            {
                levels[user] = profile.Learn(
                    interactions.ColumnsOf(user), interactions.ValuesOf(user), weights.AsSpan(interactions.RowStart[user], interactions.CountOf(user)));
            }
        });
        return new ContentModel(interactions.WithValues(weights), levels, space);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, ContentBasedOptions options)
    {
        double order = Math.Min(itemCount, UsualFeatures);
        double ofUser = Math.Min(order, (double)entryCount / Math.Max(1, userCount));
        return new FitEstimate(
            (entryCount * sizeof(float)) + (userCount * sizeof(float)) + (itemCount * 16L * sizeof(float)) + (long)(2 * order * order * sizeof(float)),
            (userCount * ofUser * ofUser * ((ofUser / 3) + 8)) + entryCount);
    }
}
