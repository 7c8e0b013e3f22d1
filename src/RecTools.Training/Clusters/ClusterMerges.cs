using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The steps of a tree as people see them, numbered from 1.</summary>
internal static class ClusterMerges
{
    /// <summary>All steps.</summary>
    public static IReadOnlyList<ClusterMerge> Of(MergeTree tree) =>
    [
        .. Enumerable.Range(0, tree.Height.Length).Select(step =>
            new ClusterMerge(step + 1, tree.Left[step] + 1, tree.Right[step] + 1, tree.Height[step], tree.Size[step])),
    ];
}
