namespace RecTools.Algorithms;

/// <summary>How k-means finds the nearest centers. All ways find the same; they differ in time and memory.</summary>
public enum KMeansMethod
{
    /// <summary>The way that is fastest for the size of the data.</summary>
    Auto,

    /// <summary>Compares every point with every center (Lloyd 1982): no more memory than the points, best for few centers of few features.</summary>
    Lloyd,

    /// <summary>Leaves out points that cannot have changed by two bounds a point (Hamerly 2010).</summary>
    Hamerly,
}
