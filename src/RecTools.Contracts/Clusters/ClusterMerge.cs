namespace RecTools;

/// <summary>A step of hierarchical clustering: two groups become one.</summary>
/// <param name="Step">Number of the step, from 1, in the order of the heights.</param>
/// <param name="LeftId">A group: a leaf by its number from 1, or the group of step s as the number of leaves + s.</param>
/// <param name="RightId">The other group, of the larger number.</param>
/// <param name="Height">Distance at which they were merged.</param>
/// <param name="Size">Customers in the new group.</param>
public sealed record ClusterMerge(int Step, int LeftId, int RightId, double Height, int Size);
