namespace RecTools.Algorithms;

/// <summary>A model whose scores are explained by features of items, or of users.</summary>
public interface IFeatureModel
{
    /// <summary>What the features are called that <see cref="Contribution.Feature"/> counts.</summary>
    IReadOnlyList<string> FeatureNames { get; }
}
