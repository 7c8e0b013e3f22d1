namespace RecTools;

/// <summary>How good a number of clusters is.</summary>
/// <param name="ClusterCount">Number of clusters.</param>
/// <param name="Inertia">Sum of the squared distances of all customers to their cluster's centre.</param>
/// <param name="Silhouette">Mean silhouette, -1 to 1: how much nearer customers are to their own cluster than to the next.</param>
public sealed record ClusterCurvePoint(int ClusterCount, double Inertia, double Silhouette);
