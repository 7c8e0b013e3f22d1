namespace RecTools;

/// <summary>A group of customers, and what it is like.</summary>
public sealed record Cluster
{
    /// <summary>Number of the cluster, from 1, the largest first.</summary>
    public required int ClusterId { get; init; }

    /// <summary>Customers in it.</summary>
    public required int Size { get; init; }

    /// <summary>Share of all customers.</summary>
    public required double Share { get; init; }

    /// <summary>What it is like in words, such as <c>recent, frequent, high spend</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Mean silhouette of its customers, -1 to 1: how much nearer they are to each other than to the next cluster.</summary>
    public required double Silhouette { get; init; }

    /// <summary>Mean distance of its customers to its centre, in the space of the scaled features.</summary>
    public required double MeanDistance { get; init; }

    /// <summary>What it is like in numbers, one for each feature.</summary>
    public required ClusterFeature[] Features { get; init; }

    /// <summary>Items that most more of its customers bought than all customers did; empty where the source has no items.</summary>
    public string[] TopItems { get; init; } = [];

    /// <summary>The items as text.</summary>
    public string TopItemsText => string.Join(", ", TopItems);

    /// <summary>The cluster in a line.</summary>
    public override string ToString() => $"{ClusterId}: {Label}";
}
