using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Customers in groups: what is published, shown and drawn of them.</summary>
/// <param name="Table">The customers as they were read.</param>
/// <param name="Space">How they became points.</param>
/// <param name="Raw">Their features in the unit of the source, one array a feature.</param>
/// <param name="Points">The points.</param>
/// <param name="Clustering">The groups.</param>
internal sealed record CustomerGroups(FeatureTable Table, FeatureSpace Space, double[][] Raw, PointMatrix Points, Clustering Clustering)
{
    /// <summary>What each group is like.</summary>
    public IReadOnlyList<Cluster> Profiles { get; private init; } = [];

    /// <summary>Describes groups.</summary>
    /// <param name="table">The customers as they were read.</param>
    /// <param name="space">How they became points.</param>
    /// <param name="raw">Their features in the unit of the source.</param>
    /// <param name="points">The points.</param>
    /// <param name="clustering">The groups.</param>
    /// <param name="silhouettes">Mean silhouette of each group.</param>
    /// <param name="labels">Words for each group; null to find them.</param>
    public static CustomerGroups Describe(
        FeatureTable table, FeatureSpace space, double[][] raw, PointMatrix points, Clustering clustering, double[] silhouettes, IReadOnlyList<string>? labels)
    {
        var groups = new CustomerGroups(table, space, raw, points, clustering);
        return groups with { Profiles = ClusterProfiler.Describe(groups, silhouettes, labels) };
    }

    /// <summary>Distance of a customer to the centre of his group.</summary>
    public double DistanceOf(int customer)
    {
        var (sum, point) = (0d, customer * Points.Dimension);
        var center = Clustering.Centers[Clustering.ClusterOf[customer]];
        for (var i = 0; i < center.Length; i++)
        {
            var difference = (double)Points.Values[point + i] - center[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
