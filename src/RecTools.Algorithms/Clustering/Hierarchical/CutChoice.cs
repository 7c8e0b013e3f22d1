namespace RecTools.Algorithms;

/// <summary>Chooses into how many clusters a tree is cut where nobody said.</summary>
/// <param name="points">The points.</param>
/// <param name="tree">Their tree.</param>
/// <param name="context">Threads, seed, observer.</param>
/// <returns>The number, from 1 to the leaves of the tree, and what each number that was tried gave.</returns>
internal delegate (int ClusterCount, IReadOnlyList<ClusterCountTrial> Curve) CutChoice(PointMatrix points, MergeTree tree, FitContext context);
