namespace RecTools.Algorithms;

/// <summary>Groups of points. Clusters are numbered from 0, the largest first; of two equally large ones, that of the earlier point.</summary>
public sealed record Clustering
{
    /// <summary>The cluster of each point.</summary>
    public required int[] ClusterOf { get; init; }

    /// <summary>The mean of each cluster's points.</summary>
    public required PointMatrix Centers { get; init; }

    /// <summary>Sum over all points of the squared distance to their cluster's mean.</summary>
    public required double Inertia { get; init; }

    /// <summary>What each number of clusters that was tried gave; empty where the number was given.</summary>
    public IReadOnlyList<ClusterCountTrial> Curve { get; init; } = [];

    /// <summary>How groups were merged; null where the algorithm does not merge.</summary>
    public MergeTree? Tree { get; init; }

    /// <summary>Number of clusters.</summary>
    public int ClusterCount => Centers.Count;

    /// <summary>Completes an assignment: numbers the clusters in their order, and computes means and inertia.</summary>
    /// <param name="points">The points.</param>
    /// <param name="assignment">A cluster from 0 for each point; no cluster is empty. Not changed.</param>
    /// <param name="clusterCount">Number of clusters.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static Clustering Of(PointMatrix points, ReadOnlySpan<int> assignment, int clusterCount, Workers workers)
    {
        var clusterOf = Renumber(assignment, clusterCount);
        var centers = Centroids.Of(points, clusterOf, clusterCount, workers);
        return new Clustering { ClusterOf = clusterOf, Centers = centers, Inertia = Centroids.Inertia(points, clusterOf, centers, workers) };
    }

    /// <summary>Numbers the clusters of an assignment in their order.</summary>
    /// <param name="assignment">A cluster from 0 for each point; no cluster is empty. Not changed.</param>
    /// <param name="clusterCount">Number of clusters.</param>
    public static int[] Renumber(ReadOnlySpan<int> assignment, int clusterCount)
    {
        var size = new int[clusterCount];
        var first = new int[clusterCount];
        for (var point = assignment.Length - 1; point >= 0; point--)
        {
            size[assignment[point]]++;
            first[assignment[point]] = point;
        }

        int[] order = [.. Enumerable.Range(0, clusterCount).OrderByDescending(cluster => size[cluster]).ThenBy(cluster => first[cluster])];
        var number = new int[clusterCount];
        for (var i = 0; i < clusterCount; i++)
        {
            number[order[i]] = i;
        }

        var clusterOf = new int[assignment.Length];
        for (var point = 0; point < clusterOf.Length; point++)
        {
            clusterOf[point] = number[assignment[point]];
        }

        return clusterOf;
    }
}

/// <summary>What one number of clusters gave.</summary>
/// <param name="ClusterCount">Number of clusters.</param>
/// <param name="Inertia">Sum of the squared distances to the clusters' means.</param>
/// <param name="Silhouette">Mean silhouette, -1 to 1.</param>
public readonly record struct ClusterCountTrial(int ClusterCount, double Inertia, double Silhouette);
