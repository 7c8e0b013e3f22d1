using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The work of a run that finds groups of customers.</summary>
/// <param name="algorithm">The algorithm.</param>
/// <param name="options">Its settings.</param>
internal sealed class ClusterTraining(IClusterAlgorithm algorithm, object options) : ITrainingWork
{
    /// <inheritdoc/>
    public TrainedModel Train(RunContext run)
    {
        var request = run.Request;
        var fit = ClusterFit.Make(algorithm, options, run);
        var groups = fit.Groups;
        var model = new StoredClusters(
            algorithm, run.OptionsJson, request.Source, request.Features ?? new FeatureRequest(), request.Duplicates, groups.Space, groups.Clustering.Centers,
            [.. groups.Profiles.Select(cluster => cluster.Label)], groups.Clustering.Tree);
        return new TrainedModel
        {
            Model = model,

            // Where the rows came from does not follow from them.
            Fingerprint = model with { Source = new InteractionSource(), Features = new FeatureRequest() },
            Tables = new ClusterTables(groups, groups.Clustering.Tree),
            Rows = fit.Rows,
            InputHash = fit.InputHash,
            Metrics = fit.Metrics,
            Steps = fit.Steps,
            Duplicates = $"{request.Duplicates}: {groups.Table.Customers.Count:N0} customers",
            UserCount = groups.Table.Customers.Count,
            ItemCount = groups.Table.Purchases?.Items.Count ?? 0,
            Clusters = groups.Profiles,
        };
    }
}
