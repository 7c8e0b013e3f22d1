namespace RecTools.Algorithms;

/// <summary>
/// Recommends what similar users have or liked (Resnick et al. 1994; Herlocker et al. 1999). Ratings are predicted around Koren's baseline
/// (Koren 2010, 'Factor in the neighbors').
/// </summary>
/// <remarks>
/// Ratings: level + sum of similarity x (rating - level) / sum of similarity, over the most similar users who have rated the item.
/// Others: sum of similarity x value over the most similar users who have the item.
/// </remarks>
public sealed class UserKnn : NeighborAlgorithm<UserKnnOptions>
{
    internal const string AlgorithmName = "UserKnn";
    private const int FormatVersion = 1;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Recommends what similar users have or liked; for ratings, or for clicks, views and purchases.";

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) =>
        ModelContent.Read<IRecommender>(reader, AlgorithmName, FormatVersion, content => content.ReadBoolean()
            ? UserRatingModel.Load(content, interactions)
            : UserPreferenceModel.Load(content, interactions));

    /// <summary>Writes what the content of both kinds of model begins with.</summary>
    internal static void WriteHeader(BinaryWriter writer, bool predictsRatings)
    {
        ModelContent.WriteHeader(writer, AlgorithmName, FormatVersion);
        writer.Write(predictsRatings);
    }

    /// <inheritdoc/>
    private protected override NeighborSimilarity DefaultSimilarity => NeighborSimilarity.TfIdf;

    /// <inheritdoc/>
    private protected override int DefaultNeighbors(NeighborSimilarity similarity) => similarity.ReadsRatings() ? 60 : 200;

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, UserKnnOptions options) =>
        EstimateTable(userCount, itemCount, entryCount, options);

    /// <inheritdoc/>
    private protected override IRecommender FitRatings(SparseMatrix interactions, RatingSettings settings, UserKnnOptions options, FitContext context)
    {
        var ratings = CenteredRatings.Fit(interactions, settings.Similarity, betweenItems: false, options, context);
        return new UserRatingModel(ratings, new RatingNeighbors(ratings.Residuals, settings).FindAll(context), settings);
    }

    /// <inheritdoc/>
    private protected override IRecommender FitPreferences(
        SparseMatrix interactions, PreferenceSettings settings, UserKnnOptions options, FitContext context)
    {
        var histories = interactions.WithValues(HistoryWeights.Of(interactions, options.HalfLifeDays, context.Side.Days));
        var search = new PreferenceNeighbors(interactions, settings, context.Workers);
        return new UserPreferenceModel(histories, search.FindAll(context), search, settings);
    }
}
