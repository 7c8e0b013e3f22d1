namespace RecTools.Algorithms;

/// <summary>One way to find groups that can be asked for by name. To add one, implement this in a folder of its own and name it in <see cref="AlgorithmCatalog"/>.</summary>
public interface IClusterAlgorithm : IAlgorithm
{
    /// <summary>Bytes and floating-point operations that a fit will take at most, roughly.</summary>
    FitEstimate Estimate(int pointCount, int dimension, object options);

    /// <summary>The same settings for a given number of groups.</summary>
    /// <param name="options">An instance of <see cref="IAlgorithm.OptionsType"/>.</param>
    /// <param name="clusterCount">Number of groups.</param>
    object WithClusterCount(object options, int clusterCount);

    /// <summary>Groups points.</summary>
    /// <param name="points">The points, one a row.</param>
    /// <param name="options">An instance of <see cref="IAlgorithm.OptionsType"/>.</param>
    /// <param name="context">Threads, seed, observer.</param>
    /// <exception cref="RecException">The points cannot be grouped as asked: <c>TooFewPoints</c>, for instance.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    Clustering Fit(PointMatrix points, object options, FitContext context);
}

/// <summary>Spares an algorithm the casts.</summary>
/// <typeparam name="TOptions">Its record of settings.</typeparam>
public abstract class ClusterAlgorithm<TOptions> : IClusterAlgorithm
    where TOptions : class, new()
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Summary { get; }

    /// <inheritdoc/>
    public Type OptionsType => typeof(TOptions);

    /// <inheritdoc/>
    public FitEstimate Estimate(int pointCount, int dimension, object options) => Estimate(pointCount, dimension, (TOptions)options);

    /// <inheritdoc/>
    public Clustering Fit(PointMatrix points, object options, FitContext context) => Fit(points, (TOptions)options, context);

    /// <inheritdoc/>
    public object WithClusterCount(object options, int clusterCount) => WithClusterCount((TOptions)options, clusterCount);

    /// <inheritdoc cref="IClusterAlgorithm.WithClusterCount"/>
    protected abstract TOptions WithClusterCount(TOptions options, int clusterCount);

    /// <inheritdoc cref="IClusterAlgorithm.Estimate"/>
    protected abstract FitEstimate Estimate(int pointCount, int dimension, TOptions options);

    /// <inheritdoc cref="IClusterAlgorithm.Fit"/>
    public abstract Clustering Fit(PointMatrix points, TOptions options, FitContext context);
}
