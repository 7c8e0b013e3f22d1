namespace RecTools.Algorithms;

/// <summary>What <see cref="ItemKnn"/> and <see cref="UserKnn"/> have in common: both read ratings or clicks, views and purchases, as the similarity says.</summary>
/// <typeparam name="TOptions">The record of settings.</typeparam>
public abstract class NeighborAlgorithm<TOptions> : RecommenderAlgorithm<TOptions>
    where TOptions : NeighborOptions, new()
{
    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Implicit;

    /// <inheritdoc/>
    public override string MemoryAdvice => "give smaller numbers for the options Neighbors and Candidates";

    /// <summary>What rows that are no ratings are compared by where the options do not say.</summary>
    private protected abstract NeighborSimilarity DefaultSimilarity { get; }

    /// <summary>Neighbours that count where the options do not say.</summary>
    private protected abstract int DefaultNeighbors(NeighborSimilarity similarity);

    /// <inheritdoc/>
    protected override FeedbackKind FeedbackOf(TOptions options, FeedbackKind rows) => NeighborSimilarities.FeedbackOf(options.Similarity, rows);

    /// <inheritdoc/>
    protected override TOptions AimedAt(TOptions options, bool ratings) =>
        options with { Similarity = options.Similarity ?? (ratings ? NeighborSimilarity.BaselineCentered : DefaultSimilarity) };

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, TOptions options, FitContext context)
    {
        var rows = context.Side.Feedback ?? FeedbackLook.Of(interactions);
        var similarity = options.Similarity ?? (rows == FeedbackKind.Explicit ? NeighborSimilarity.BaselineCentered : DefaultSimilarity);
        var neighbors = options.Neighbors ?? DefaultNeighbors(similarity);
        return similarity.ReadsRatings()
            ? FitRatings(interactions, RatingSettings.Of(similarity, neighbors, options), options, context)
            : FitPreferences(
                interactions,
                new PreferenceSettings(similarity, neighbors, options.MinOverlap, options.Saturation, options.LengthShare),
                options,
                context);
    }

    /// <summary>Fits a model that predicts ratings.</summary>
    private protected abstract IRecommender FitRatings(SparseMatrix interactions, RatingSettings settings, TOptions options, FitContext context);

    /// <summary>Fits a model that ranks.</summary>
    private protected abstract IRecommender FitPreferences(
        SparseMatrix interactions, PreferenceSettings settings, TOptions options, FitContext context);

    /// <summary>What a table of neighbours takes, and the product of the rows with themselves.</summary>
    /// <param name="rows">Rows that are compared.</param>
    /// <param name="columns">What they are compared by.</param>
    /// <param name="entryCount">Entries.</param>
    /// <param name="options">Settings.</param>
    private protected FitEstimate EstimateTable(int rows, int columns, long entryCount, TOptions options)
    {
        const int BytesOfEntry = 4 * sizeof(int);
        const int BytesOfSum = 64;
        var kept = options.Similarity switch
        {
            null => Math.Max(options.Candidates, options.Neighbors ?? DefaultNeighbors(DefaultSimilarity)),
            { } similarity => similarity.ReadsRatings() ? options.Candidates : options.Neighbors ?? DefaultNeighbors(similarity),
        };
        var pairs = (double)entryCount * entryCount / Math.Max(1, columns);
        return new FitEstimate(
            NeighborTable.BytesOf(rows, kept) + (entryCount * BytesOfEntry) + ((long)rows * BytesOfSum), (4 * pairs) + rows);
    }
}
