using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Writes groups of customers: the groups, what they are like, who belongs to them, and how they were merged.</summary>
/// <param name="groups">The customers in their groups.</param>
/// <param name="tree">How groups were merged; null where the algorithm does not merge.</param>
/// <param name="areLeaves">Whether the customers are leaves of the tree; those that were placed later are not.</param>
internal sealed class ClusterTables(CustomerGroups groups, MergeTree? tree, bool areLeaves = true) : IResultTables
{
    // What a column of text holds.
    private const int LongestText = 4000;

    /// <summary>Rows of <c>_Cluster</c>.</summary>
    public static TableSpec ClusterTable { get; } = new(
        [
            Whole("ClusterId"), Whole("Size"), Number("Share"), new("Label", CellKind.Text), Number("Silhouette"), Number("MeanDistance"),
            new("TopItems", CellKind.Text, Nullable: true),
        ],
        ["ClusterId"]);

    /// <summary>Rows of <c>_ClusterFeature</c>.</summary>
    public static TableSpec FeatureTable { get; } = new(
        [
            Whole("ClusterId"), Whole("Position"), new("Feature", CellKind.Text), Number("Mean"), Number("LowerQuartile"), Number("Median"), Number("UpperQuartile"),
            Number("OverallMean"), Number("Deviation"), Whole("IsLogarithm"), Number("Offset"), Number("Scale"), Number("Center"),
        ],
        ["ClusterId", "Position"]);

    /// <summary>Rows of <c>_Merge</c>.</summary>
    public static TableSpec MergeTable { get; } = new([Whole("Step"), Whole("LeftId"), Whole("RightId"), Number("Height"), Whole("Size")], ["Step"]);

    /// <inheritdoc/>
    public long Load(ResultLoader loader, ResultHash hash)
    {
        using var clusters = new ListRows<Cluster>(ClusterTable, groups.Profiles, cluster =>
        [
            cluster.ClusterId, cluster.Size, cluster.Share, ItemListText.Cut(cluster.Label, LongestText), cluster.Silhouette, cluster.MeanDistance,
            cluster.TopItems.Length == 0 ? null : ItemListText.Cut(cluster.TopItemsText, LongestText),
        ], hash);
        (ClusterFeature Feature, int Position)[] profile =
            [.. groups.Profiles.SelectMany(cluster => cluster.Features.Select((feature, position) => (feature, position + 1)))];
        using var features = new ListRows<(ClusterFeature Feature, int Position)>(FeatureTable, profile, row =>
        [
            row.Feature.ClusterId, row.Position, row.Feature.Feature, row.Feature.Mean, row.Feature.LowerQuartile, row.Feature.Median, row.Feature.UpperQuartile,
            row.Feature.OverallMean, row.Feature.Deviation, row.Feature.Logarithm ? 1 : 0, row.Feature.Offset, row.Feature.Scale, row.Feature.Center,
        ], hash);
        using var members = new ClusterMemberRows(groups, areLeaves ? tree : null, hash);
        var written = loader.Load("Cluster", clusters, 0) + loader.Load("ClusterFeature", features, 0) + loader.Load("ClusterMember", members, groups.Points.Count);
        if (tree is null)
        {
            return written;
        }

        using var merges = new ListRows<ClusterMerge>(
            MergeTable, ClusterMerges.Of(tree), merge => [merge.Step, merge.LeftId, merge.RightId, merge.Height, merge.Size], hash);
        return written + loader.Load("Merge", merges, tree.Height.Length);
    }

    private static ColumnSpec Whole(string name) => new(name, CellKind.Int64, "int");

    private static ColumnSpec Number(string name) => new(name, CellKind.Float64, Nullable: true);
}
