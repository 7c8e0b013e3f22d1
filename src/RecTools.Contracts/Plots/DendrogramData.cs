namespace RecTools;

/// <summary>
/// How groups were merged, two at a time. Leaves have the numbers from 0; the group that merge <c>i</c> makes has the number of leaves + <c>i</c>,
/// and only merges groups made before it.
/// </summary>
public sealed record DendrogramData : PlotData
{
    /// <summary>For each merge the one group; one merge less than leaves.</summary>
    public required int[] Left { get; init; }

    /// <summary>For each merge the other group.</summary>
    public required int[] Right { get; init; }

    /// <summary>For each merge the distance at which it happened; finite.</summary>
    public required double[] Height { get; init; }

    /// <summary>The leaves from left to right, so that no branches cross.</summary>
    public required int[] LeafOrder { get; init; }

    /// <summary>The cluster of each leaf, a place in <see cref="Clusters"/>.</summary>
    public required int[] ClusterOfLeaf { get; init; }

    /// <summary>The clusters that the cut makes.</summary>
    public required IReadOnlyList<PlotCluster> Clusters { get; init; }

    /// <summary>The name of each leaf; null where they have none.</summary>
    public IReadOnlyList<string>? LeafLabels { get; init; }

    /// <summary>How many points each leaf stands for; null where each is one.</summary>
    public long[]? LeafSizes { get; init; }

    /// <summary>The height of the cut; null to draw it halfway between the merges that it parts.</summary>
    public double? CutHeight { get; init; }

    /// <summary>What the heights measure, with the unit.</summary>
    public string HeightLabel { get; init; } = "Distance at which groups merge";

    /// <summary>Branches drawn at most, unless there are more clusters; beyond, only the last merges are drawn.</summary>
    public int MaxLeaves { get; init; } = 50;
}
