namespace RecTools.Algorithms;

/// <summary>
/// Recommends to everybody what most users have, or where groups of users are given what most users of the own group have: the mark that every
/// other algorithm must beat.
/// </summary>
public sealed class Popularity : RecommenderAlgorithm<PopularityOptions>
{
    internal const string AlgorithmName = "Popularity";
    private const int ItemsInPiece = 1024;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Recommends the items that most users have; a baseline to compare others with.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Implicit;

    /// <inheritdoc/>
    public override bool UsesGroups => true;

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => PopularityModel.Load(reader);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, PopularityOptions options, FitContext context)
    {
        var byItem = interactions.Transpose();
        var scores = new float[byItem.RowCount];
        context.Workers.ForEachPiece(scores.Length, ItemsInPiece, (from, to) =>
        {
            for (var item = from; item < to; item++)
            {
                scores[item] = options.WeighByValue ? SumOf(byItem.ValuesOf(item)) : byItem.CountOf(item);
            }
        });
        var groups = context.Side.Groups is { } given ? GroupPopularity.Of(byItem, given, scores, options.WeighByValue, context.Workers) : null;
        return new PopularityModel(interactions.RowCount, scores, options.WeighByValue, groups);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, PopularityOptions options)
    {
        const int BytesOfEntry = sizeof(int) + sizeof(float);
        return new FitEstimate((entryCount * BytesOfEntry) + ((long)itemCount * 3 * sizeof(int)), entryCount + itemCount);
    }

    private static float SumOf(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)sum;
    }
}
