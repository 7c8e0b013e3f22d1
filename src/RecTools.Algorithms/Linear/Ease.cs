namespace RecTools.Algorithms;

/// <summary>
/// Embarrassingly shallow autoencoders, EASE^R (Steck 2019): weights between items that best tell each item of a history from the others, in closed form.
/// </summary>
/// <remarks>
/// Lowers |X - XB|^2 + lambda |B|^2 over all B with zeros on the diagonal. Needs the inverse of a dense matrix of items by items: for thousands of items, not
/// for hundreds of thousands.
/// </remarks>
public sealed class Ease : RecommenderAlgorithm<EaseOptions>
{
    internal const string AlgorithmName = "Ease";

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Learns how much each item speaks for every other (EASE); often the best ranking for up to some ten thousand items.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Implicit;

    /// <inheritdoc/>
    public override string MemoryAdvice => "choose ItemKnn or ImplicitAls, which need no table of all items by all items";

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => EaseModel.Load(reader, interactions);

    /// <inheritdoc/>
    /// <exception cref="RecException"><c>RegularizationTooSmall</c>: single precision does not tell the weights.</exception>
    public override IRecommender Fit(SparseMatrix interactions, EaseOptions options, FitContext context)
    {
        var histories = HistoriesOf(interactions, options.WeighByValue);
        var matrix = ItemGram.Make(histories, (float)options.Regularization, context.Workers);
        if (!SymmetricInverse.InvertNegated(matrix, context))
        {
            throw TooSmall(options);
        }

        var negated = ItemPanels.Of(matrix, context.Workers);
        if (InverseCheck.LargestResidual(histories, options.Regularization, negated, context.Workers) > InverseCheck.Allowed)
        {
            throw TooSmall(options);
        }

        var scale = new float[interactions.ColumnCount];
        for (var item = 0; item < scale.Length; item++)
        {
            scale[item] = -1 / negated.At(item, item);
            negated.At(item, item) = 0;
        }

        return new EaseModel(histories, negated, scale, options.WeighByValue);
    }

    /// <summary>The same rows with the weights that they have for the model.</summary>
    internal static SparseMatrix HistoriesOf(SparseMatrix interactions, bool weighByValue)
    {
        var weights = interactions.Value.ToArray();
        Weigh(weights, weighByValue);
        return interactions.WithValues(weights);
    }

    /// <summary>Turns values into weights: as they are, but never below 0, or 1 for each row.</summary>
    internal static void Weigh(Span<float> values, bool weighByValue)
    {
        foreach (ref var value in values)
        {
            value = weighByValue ? Math.Max(0, value) : 1;
        }
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, EaseOptions options)
    {
        const int BytesOfEntry = 2 * (sizeof(int) + sizeof(float));
        const double NumbersOfPair = 1.5; // Half of the symmetric matrix, and all panels.
        double padded = (double)TiledSymmetricMatrix.TilesFor(itemCount) * TiledSymmetricMatrix.Side;
        var bytes = ((NumbersOfPair * padded) + (2 * TiledSymmetricMatrix.Side)) * padded * sizeof(float);
        return new FitEstimate(
            (long)bytes + (entryCount * BytesOfEntry),
            SymmetricInverse.OperationsFor((int)padded) + ((double)entryCount * entryCount / Math.Max(1, userCount)));
    }

    private static RecException TooSmall(EaseOptions options) => new(
        "RegularizationTooSmall", RecErrorKind.Configuration,
        $"With a Regularization of {options.Regularization} the weights between items cannot be told from rounding errors.",
        "Give a larger Regularization, such as 300.", options.Regularization);
}
