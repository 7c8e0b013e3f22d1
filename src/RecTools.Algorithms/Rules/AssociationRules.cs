namespace RecTools.Algorithms;

/// <summary>
/// Rules of the form <c>if X then Y</c> from what is bought together (Agrawal, Imielinski and Swami 1993), and recommendations by the rules
/// that a user's history meets.
/// </summary>
public sealed class AssociationRules : RecommenderAlgorithm<AssociationRulesOptions>
{
    internal const string AlgorithmName = "AssociationRules";

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Finds what is bought together, as rules that can be read and published, and recommends by them.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Implicit;

    /// <inheritdoc/>
    public override bool WantsBaskets => true;

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => AssociationRulesModel.Load(reader, interactions);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, AssociationRulesOptions options, FitContext context)
    {
        var baskets = context.Side.Baskets ?? BasketSet.FromRows(interactions);
        var miner = new RuleMiner(baskets, options, context.Side, context.MemoryLimit, context.Workers);
        miner.WarnOfLargeBaskets(context.Observer);
        var mined = miner.FindRules(context.Observer);
        return new AssociationRulesModel(interactions, mined, context.Side.Hierarchy, miner.CountItems(), options.Scoring);
    }

    /// <inheritdoc/>
    /// <remarks>Of the baskets alone; itemsets come on top, and are bounded by the memory limit while they are mined.</remarks>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, AssociationRulesOptions options)
    {
        const int BytesOfEntry = 8 * sizeof(int);
        var averageBasket = (double)entryCount / Math.Max(1, userCount);
        return new FitEstimate((entryCount * BytesOfEntry) + (itemCount * 16L), entryCount * (2 + averageBasket));
    }
}
