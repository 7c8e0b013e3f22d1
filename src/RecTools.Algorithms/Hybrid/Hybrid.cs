namespace RecTools.Algorithms;

/// <summary>
/// Recommends by several algorithms together: their scores weighted and added (stacking: Wolpert 1992, Breiman 1996), with weights learned on rows held back; or
/// one algorithm for each user, by how much is known of the user (switching: Burke 2002).
/// </summary>
public sealed class Hybrid : RecommenderAlgorithm<HybridOptions>
{
    internal const string AlgorithmName = "Hybrid";

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Blends several algorithms with weights that it learns, or switches between them by how much is known of a user.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override FeatureUse Features => FeatureUse.Optional;

    /// <inheritdoc/>
    public override bool UsesGroups => true;

    /// <inheritdoc/>
    public override string MemoryAdvice => "name fewer or smaller Parts";

    /// <inheritdoc/>
    protected override FeedbackKind FeedbackOf(HybridOptions options, FeedbackKind rows) => options.Aim switch
    {
        null => rows,
        HybridAim.RMSE => FeedbackKind.Explicit,
        _ => FeedbackKind.Implicit,
    };

    /// <inheritdoc/>
    protected override HybridOptions AimedAt(HybridOptions options, bool ratings) =>
        options with { Aim = options.Aim ?? (ratings ? HybridAim.RMSE : HybridAim.nDCG) };

    /// <inheritdoc/>
    /// <exception cref="RecException"><c>PartUnknown</c>, <c>PartIsHybrid</c>, <c>PartNeedsFeatures</c>, <c>PartRanksOnly</c>, <c>PartHasNoVectors</c>, <c>VectorsFromNoPart</c> or <c>VectorsForNoPart</c>.</exception>
    public override IRecommender Fit(SparseMatrix interactions, HybridOptions options, FitContext context)
    {
        var ratings = FeedbackOf(options, context.Side.Feedback ?? FeedbackLook.Of(interactions)) == FeedbackKind.Explicit;

        // What is asked for decides how parts read the values too.
        var own = context with { Side = context.Side with { Feedback = ratings ? FeedbackKind.Explicit : FeedbackKind.Implicit } };
        var parts = HybridParts.Of(options, interactions, ratings, own);
        return options.Method == HybridMethod.Switch
            ? SwitchModel.Fit(interactions, parts, options.FewRows, own)
            : BlendFit.Fit(interactions, parts, options.Folds, ratings, own);
    }

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => ModelContent.Read<IRecommender>(
        reader, AlgorithmName, PartModels.FormatVersion,
        content => content.ReadBoolean() ? SwitchModel.Load(content, interactions) : BlendModel.Load(content, interactions));

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, HybridOptions options)
    {
        // Of parts that are not known before the rows are, those of most cost stand for all.
        var parts = options.Resolved ?? HybridParts.Named(options.Parts.Length > 0 ? options.Parts : HybridParts.ForRatings);
        var fits = parts.Select(part => part.Algorithm.Estimate(userCount, itemCount, entryCount, part.Options)).ToArray();
        var rounds = options.Method == HybridMethod.Blend ? options.Folds + 1 : 1;
        var heldBack = Math.Min(entryCount, HeldBackRows.MostRows) * sizeof(float) * (fits.Length + 1);
        return new FitEstimate(fits.Sum(fit => fit.Bytes) + (entryCount * 16) + heldBack, rounds * fits.Sum(fit => fit.Operations));
    }
}
