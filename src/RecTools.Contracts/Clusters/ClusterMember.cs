namespace RecTools;

/// <summary>A customer in a cluster.</summary>
/// <param name="CustomerId">Id in the source's type.</param>
/// <param name="ClusterId">Number of the cluster, from 1.</param>
/// <param name="Distance">Distance to the cluster's centre in the space of the scaled features.</param>
/// <param name="Label">What the cluster is like in words.</param>
public sealed record ClusterMember(object CustomerId, int ClusterId, double Distance, string Label);
