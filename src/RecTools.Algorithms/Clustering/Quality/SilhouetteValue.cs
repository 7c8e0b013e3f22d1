namespace RecTools.Algorithms;

/// <summary>How well points fit their clusters.</summary>
/// <param name="Mean">Mean silhouette of the points, -1 to 1: near 1 where points are far nearer to their own cluster than to any other, below 0 where many are nearer to another.</param>
/// <param name="OfCluster">Mean silhouette of each cluster's points; NaN for a cluster that the sample has no point of.</param>
/// <param name="PointCount">Points that were measured, among themselves.</param>
/// <param name="IsExact">Whether these are all points rather than a sample.</param>
public sealed record SilhouetteValue(double Mean, double[] OfCluster, int PointCount, bool IsExact);
