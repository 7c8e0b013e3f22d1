namespace RecTools.Algorithms;

/// <summary>Not one algorithm but the choice among all that recommend: the best on rows held back is what is fitted, stored and published, under its own name.</summary>
public sealed class Auto : IAlgorithm
{
    /// <inheritdoc/>
    public string Name => nameof(Auto);

    /// <inheritdoc/>
    public string Summary => "Tries all recommenders that the rows allow within -TimeBudget, tunes the leaders, and takes the best.";

    /// <inheritdoc/>
    public Type OptionsType => typeof(AutoOptions);
}
