namespace RecTools.Algorithms;

/// <summary>What the values of the training rows mean to an algorithm.</summary>
public enum FeedbackKind
{
    /// <summary>Ratings: how much somebody liked something.</summary>
    Explicit,

    /// <summary>Counts, clicks, views, purchases: that somebody did something, and how often.</summary>
    Implicit,
}

/// <summary>One recommender that can be asked for by name. To add one, implement this in a folder of its own and name it in <see cref="AlgorithmCatalog"/>.</summary>
public interface IRecommenderAlgorithm : IAlgorithm
{
    /// <summary>How it reads the values, unless its options say otherwise.</summary>
    FeedbackKind Feedback { get; }

    /// <summary>Whether it looks at what was bought together: lines of orders then, perhaps, rather than pairs of user and item.</summary>
    bool WantsBaskets { get; }

    /// <summary>Whether it looks at groups of users.</summary>
    bool UsesGroups { get; }

    /// <summary>Whether it looks at features of items.</summary>
    FeatureUse Features { get; }

    /// <summary>Whether it looks at features of users; never without those of items.</summary>
    FeatureUse UserFeatures { get; }

    /// <summary>Whether its training loop can end with the best it has when asked to.</summary>
    bool EndsEarly { get; }

    /// <summary>How it reads the values with these settings.</summary>
    /// <param name="options">An instance of <see cref="IAlgorithm.OptionsType"/>.</param>
    /// <param name="rows">What the rows look like.</param>
    FeedbackKind FeedbackOf(object options, FeedbackKind rows);

    /// <summary>The settings with what they leave open decided for an aim, where rows would decide otherwise: likeness of ratings or of tastes, for instance.</summary>
    /// <param name="options">An instance of <see cref="IAlgorithm.OptionsType"/>.</param>
    /// <param name="aim">What the model shall be good at.</param>
    object AimedAt(object options, SearchAim aim);

    /// <summary>Which settings make a fit need less memory, in words that stand within a sentence, such as <c>choose fewer factors</c>.</summary>
    string MemoryAdvice { get; }

    /// <summary>Bytes and floating-point operations that a fit will take at most, roughly.</summary>
    FitEstimate Estimate(int userCount, int itemCount, long entryCount, object options);

    /// <summary>Fits a model.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="options">An instance of <see cref="IAlgorithm.OptionsType"/>.</param>
    /// <param name="context">Threads, seed, observer.</param>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    IRecommender Fit(SparseMatrix interactions, object options, FitContext context);

    /// <summary>Reads back what <see cref="IRecommender.Save"/> wrote.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="interactions">The rows that the model was fitted on, which its keeper has anyway.</param>
    /// <exception cref="InvalidDataException">The content is not a model of this algorithm, or of these rows.</exception>
    IRecommender Load(BinaryReader reader, SparseMatrix interactions);
}

/// <summary>Spares an algorithm the casts.</summary>
/// <typeparam name="TOptions">Its record of settings.</typeparam>
public abstract class RecommenderAlgorithm<TOptions> : IRecommenderAlgorithm
    where TOptions : class, new()
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Summary { get; }

    /// <inheritdoc/>
    public abstract FeedbackKind Feedback { get; }

    /// <inheritdoc/>
    public virtual bool WantsBaskets => false;

    /// <inheritdoc/>
    public virtual bool UsesGroups => false;

    /// <inheritdoc/>
    public virtual FeatureUse Features => FeatureUse.None;

    /// <inheritdoc/>
    public virtual FeatureUse UserFeatures => Features == FeatureUse.None ? FeatureUse.None : FeatureUse.Optional;

    /// <inheritdoc/>
    public virtual bool EndsEarly => false;

    /// <inheritdoc/>
    public Type OptionsType => typeof(TOptions);

    /// <inheritdoc/>
    public FeedbackKind FeedbackOf(object options, FeedbackKind rows) => FeedbackOf((TOptions)options, rows);

    /// <inheritdoc/>
    public object AimedAt(object options, SearchAim aim) => aim == SearchAim.Any ? options : AimedAt((TOptions)options, aim == SearchAim.Ratings);

    /// <inheritdoc/>
    public virtual string MemoryAdvice => "choose fewer factors";

    /// <inheritdoc/>
    public FitEstimate Estimate(int userCount, int itemCount, long entryCount, object options) =>
        Estimate(userCount, itemCount, entryCount, (TOptions)options);

    /// <inheritdoc/>
    public IRecommender Fit(SparseMatrix interactions, object options, FitContext context) => Fit(interactions, (TOptions)options, context);

    /// <inheritdoc/>
    public abstract IRecommender Load(BinaryReader reader, SparseMatrix interactions);

    /// <inheritdoc cref="IRecommenderAlgorithm.FeedbackOf"/>
    protected virtual FeedbackKind FeedbackOf(TOptions options, FeedbackKind rows) => Feedback;

    /// <inheritdoc cref="IRecommenderAlgorithm.AimedAt"/>
    /// <param name="options">The settings.</param>
    /// <param name="ratings">Whether predicted ratings shall be good, or else lists.</param>
    protected virtual TOptions AimedAt(TOptions options, bool ratings) => options;

    /// <inheritdoc cref="IRecommenderAlgorithm.Estimate"/>
    protected abstract FitEstimate Estimate(int userCount, int itemCount, long entryCount, TOptions options);

    /// <inheritdoc cref="IRecommenderAlgorithm.Fit"/>
    public abstract IRecommender Fit(SparseMatrix interactions, TOptions options, FitContext context);
}
