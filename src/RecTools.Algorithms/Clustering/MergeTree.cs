namespace RecTools.Algorithms;

/// <summary>
/// How groups were merged, two at a time, until one was left. Leaves have the numbers from 0, in two-stage trees groups of points rather than points;
/// the group that merge <c>i</c> makes has the number <see cref="LeafCount"/> + <c>i</c>. Merges are in ascending order of their height, except where
/// a linkage merges lower later (centroid and median).
/// </summary>
/// <param name="LeafCount">Number of leaves; there is one merge less.</param>
/// <param name="Left">For each merge the group of the smaller number.</param>
/// <param name="Right">For each merge the group of the larger number.</param>
/// <param name="Height">For each merge the distance at which it happened, in the unit of the points.</param>
/// <param name="Size">For each merge the points in the group it makes.</param>
/// <param name="LeafOf">The leaf of each point; null where each point is a leaf.</param>
public sealed record MergeTree(int LeafCount, int[] Left, int[] Right, double[] Height, int[] Size, int[]? LeafOf = null);
