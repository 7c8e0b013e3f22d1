namespace RecTools.Algorithms;

/// <summary>
/// Recommends what is similar to the items of the history (Sarwar, Karypis, Konstan and Riedl 2001; Deshpande and Karypis 2004). Ratings are predicted
/// around Koren's baseline (Koren 2010, 'Factor in the neighbors'); with Jaccard and a half-life it is the SAR of microsoft/recommenders.
/// </summary>
/// <remarks>
/// Ratings: level + sum of similarity x (rating - level) / sum of similarity, over the most similar items that the user has rated.
/// Others: sum over the history of value x similarity, where each item of the history speaks for the items most similar to it.
/// </remarks>
public sealed class ItemKnn : NeighborAlgorithm<ItemKnnOptions>
{
    internal const string AlgorithmName = "ItemKnn";
    private const int FormatVersion = 1;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Recommends items similar to those of the history; for ratings, or for clicks, views and purchases.";

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) =>
        ModelContent.Read<IRecommender>(reader, AlgorithmName, FormatVersion, content => content.ReadBoolean()
            ? ItemRatingModel.Load(content, interactions)
            : ItemPreferenceModel.Load(content, interactions));

    /// <summary>Writes what the content of both kinds of model begins with.</summary>
    internal static void WriteHeader(BinaryWriter writer, bool predictsRatings)
    {
        ModelContent.WriteHeader(writer, AlgorithmName, FormatVersion);
        writer.Write(predictsRatings);
    }

    /// <inheritdoc/>
    private protected override NeighborSimilarity DefaultSimilarity => NeighborSimilarity.Bm25;

    /// <inheritdoc/>
    private protected override int DefaultNeighbors(NeighborSimilarity similarity) => similarity switch
    {
        // SAR looks at all items.
        NeighborSimilarity.Jaccard => int.MaxValue,
        NeighborSimilarity.Bm25 => 100,
        NeighborSimilarity.Cosine or NeighborSimilarity.TfIdf => 20,
        _ => 30,
    };

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, ItemKnnOptions options) =>
        EstimateTable(itemCount, userCount, entryCount, options);

    /// <inheritdoc/>
    private protected override IRecommender FitRatings(SparseMatrix interactions, RatingSettings settings, ItemKnnOptions options, FitContext context)
    {
        var ratings = CenteredRatings.Fit(interactions, settings.Similarity, betweenItems: true, options, context);
        return new ItemRatingModel(ratings, new RatingNeighbors(ratings.Residuals.Transpose(), settings).FindAll(context), settings);
    }

    /// <inheritdoc/>
    private protected override IRecommender FitPreferences(
        SparseMatrix interactions, PreferenceSettings settings, ItemKnnOptions options, FitContext context)
    {
        var histories = interactions.WithValues(HistoryWeights.Of(interactions, options.HalfLifeDays, context.Side.Days));
        return new ItemPreferenceModel(histories, new PreferenceNeighbors(interactions.Transpose(), settings, context.Workers).FindAll(context));
    }
}
