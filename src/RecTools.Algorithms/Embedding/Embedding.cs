using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>
/// An embedding network: numbers for each user and each item, side by side into dense layers, beside their dot product (neural matrix factorisation,
/// He et al. 2017), trained by Adam. Item features, where there are some, have embeddings that are added to the item's.
/// </summary>
public sealed class Embedding : RecommenderAlgorithm<EmbeddingOptions>
{
    internal const string AlgorithmName = "Embedding";
    private const double StartDeviation = 0.02;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Trains a neural network on embeddings of users and items; predicts ratings, or ranks what somebody might want.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override FeatureUse Features => FeatureUse.Optional;

    /// <inheritdoc/>
    public override FeatureUse UserFeatures => FeatureUse.None;

    /// <inheritdoc/>
    public override bool EndsEarly => true;

    /// <inheritdoc/>
    public override string MemoryAdvice => "give a smaller Width or a smaller BatchSize";

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => EmbeddingModel.Load(reader);

    /// <inheritdoc/>
    /// <exception cref="RecException">
    /// <c>RatingRange</c>: the lowest rating stated is not below the highest. <c>RatingOutsideRange</c>: a rating lies outside.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss is no number any more.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or was to end early before an epoch had come to its end.</exception>
    public override IRecommender Fit(SparseMatrix interactions, EmbeddingOptions options, FitContext context)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(options.Width % 2, 0, nameof(options.Width));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 2, nameof(options.Width));
        var isRating = FeedbackOf(options, context.Side.Feedback ?? FeedbackLook.Of(interactions)) == FeedbackKind.Explicit;
        var scale = isRating ? RatingRange.Of(interactions.Value, options) : OutputScale.Chance;
        var features = context.Side.ItemFeatures?.Matrix;
        var shape = new NetworkShape(options.Width / 2, options.Layers, options.DotProduct);
        var weights = new EmbeddingWeights(shape, interactions.RowCount, interactions.ColumnCount, features?.ColumnCount ?? 0);
        weights.Randomize(StartDeviation, context.Seed);
        weights.Network.Span[shape.Level] = scale.OutputOf(isRating ? RatingMean.Of(interactions.Value) : 1.0 / (options.Negatives + 1));
        if (scale.High <= scale.Low)
        {
            context.Observer.Warning(string.Create(
                CultureInfo.InvariantCulture, $"All ratings are {scale.Low}, so there is nothing to learn: every prediction will be {scale.Low}."));
            return EmbeddingModel.Of(weights, features, scale, options);
        }

        if (interactions.RowCount == 1)
        {
            context.Observer.Warning("There is one user only, so nothing can be learned of what users have in common.");
        }

        var (train, heldBack) = Validation.Split(interactions, options.ValidationShare, context.Seed);
        var validation = heldBack is null ? null : new Validation(train, heldBack, features, scale, options, context.Workers);
        IExampleSource examples = isRating ? new RatingExamples(train, context.Seed) : new SampledExamples(train, options.Negatives, context.Seed);
        if (examples.Count < options.BatchSize)
        {
            context.Observer.Verbose($"BatchSize is {options.BatchSize:N0} and there are {examples.Count:N0} examples: each epoch is one step.");
        }

        using var trainer = new EmbeddingTrainer(weights, features, scale, options, context);
        var outcome = trainer.Run(examples, validation);
        if (outcome is { Epoch: 0, DivergedIn: null } && examples.Count > 0)
        {
            throw new OperationCanceledException(context.EndEarly);
        }

        weights.FillUnseen(train, itemsAreDrawn: !isRating);
        var model = EmbeddingModel.Of(
            weights, features, scale, options, validation is null ? [] : [("BestEpoch", outcome.Epoch), ($"Validation{validation.Name}", outcome.Measure)]);
        return outcome.DivergedIn is { } epoch ? throw Diverged(epoch, options, outcome.Epoch, model) : model;
    }

    /// <inheritdoc/>
    protected override FeedbackKind FeedbackOf(EmbeddingOptions options, FeedbackKind rows) => options.Aim switch
    {
        EmbeddingAim.Rating => FeedbackKind.Explicit,
        EmbeddingAim.Implicit => FeedbackKind.Implicit,
        _ => rows,
    };

    /// <inheritdoc/>
    protected override EmbeddingOptions AimedAt(EmbeddingOptions options, bool ratings) =>
        options with { Aim = options.Aim ?? (ratings ? EmbeddingAim.Rating : EmbeddingAim.Implicit) };

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, EmbeddingOptions options)
    {
        // Weights, the best of them, and the two means of Adam; then a batch with its gradients, and the order of the entries.
        const int CopiesOfWeights = 4;
        var shape = new NetworkShape(options.Width / 2, options.Layers, options.DotProduct);
        var examples = (double)entryCount * (options.Aim == EmbeddingAim.Implicit ? options.Negatives + 1 : 1);
        var batch = Math.Min(options.BatchSize, examples);
        var ofItem = shape.Stride + (shape.Layers.Length > 0 ? shape.Widths[1] : 0);
        var numbers = (CopiesOfWeights * (((double)userCount + itemCount) * (shape.Stride + 1))) + ((double)itemCount * ofItem)
            + (3 * batch * shape.Widths.Sum()) + (80.0 * shape.Length) + (4.0 * entryCount);
        return new FitEstimate((long)(numbers * sizeof(float)), options.Epochs * examples * (shape.OperationsOfExample + (20 * shape.Stride)));
    }

    private static TrainingDivergedException Diverged(int epoch, EmbeddingOptions options, int lastGood, IRecommender model) => new(
        string.Create(CultureInfo.InvariantCulture, $"In epoch {epoch} the loss is no number any more, at a LearningRate of {options.LearningRate}."),
        string.Create(CultureInfo.InvariantCulture, $"Give a smaller LearningRate, such as {options.LearningRate / 10}, or a smaller WeightDecay."),
        options.LearningRate)
    {
        LastGood = lastGood > 0 ? model : null,
        LastGoodStep = lastGood,
    };
}
