using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What the parts of a model's reasons are called.</summary>
/// <param name="model">The model.</param>
/// <param name="data">Names of the items.</param>
internal sealed class EvidenceNames(IRecommender model, Interactions data)
{
    private readonly IReadOnlyList<string>? features = model.As<IFeatureModel>()?.FeatureNames;
    private readonly IReadOnlyList<string>? parts = model.As<IHybridModel>()?.PartNames;

    /// <summary>Whether reasons may name features.</summary>
    public bool HasFeatures => features is { Count: > 0 };

    /// <summary>Whether reasons may name parts of a hybrid.</summary>
    public bool HasParts => parts is not null;

    /// <summary>The feature that a contribution is; null where it is none.</summary>
    public string? FeatureOf(Contribution contribution) => contribution.Feature < 0 ? null : features?[contribution.Feature];

    /// <summary>The part that a contribution is; null where it is none.</summary>
    public string? PartOf(Contribution contribution) => contribution.Part < 0 ? null : parts?[contribution.Part];

    /// <summary>The item or feature as it stands in a sentence; null for parts of a hybrid, which are no reason by themselves.</summary>
    public string? Text(Contribution contribution) =>
        contribution.Item >= 0 ? ItemListText.Quoted(data.TextOf(contribution.Item)) : FeatureOf(contribution);

    /// <summary>A contribution as an object for users.</summary>
    public Evidence ToEvidence(Contribution contribution) => new(
        contribution.Item < 0 ? null : data.Items[contribution.Item],
        contribution.Score,
        contribution.Rule < 0 ? null : contribution.Rule + 1,
        FeatureOf(contribution),
        PartOf(contribution));
}
