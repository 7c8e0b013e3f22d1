namespace RecTools.Reporting;

/// <summary>Checks that the figures of a plot fit together; where they do not, its caller has made a mistake.</summary>
internal static class PlotCheck
{
    /// <summary>Two arrays must have as many entries.</summary>
    public static void SameLength(int expected, int length, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} entries where there should be {expected}.", name);
        }
    }

    /// <summary>Places must be those of clusters.</summary>
    public static void Clusters(ReadOnlySpan<int> clusterOf, int clusterCount, string name)
    {
        if (clusterOf.ContainsAnyExceptInRange(0, clusterCount - 1))
        {
            throw new ArgumentException($"{name} names a cluster that is not among the {clusterCount} given.", name);
        }
    }
}
