namespace RecTools.Algorithms;

/// <summary>What counts as the distance of two groups when the nearest two are merged; plain distances are Euclidean.</summary>
public enum Linkage
{
    /// <summary>How much the merge adds to the squares within groups (Ward 1963): sqrt(2 s t / (s + t)) x the distance of the means, s and t the sizes.</summary>
    Ward,

    /// <summary>The distance of the two nearest members.</summary>
    Single,

    /// <summary>The distance of the two farthest members.</summary>
    Complete,

    /// <summary>The mean distance of all pairs of members (UPGMA).</summary>
    Average,

    /// <summary>The mean of the distances of the two groups merged last, whatever their sizes (WPGMA).</summary>
    Weighted,

    /// <summary>The distance of the means (UPGMC); later merges may be lower.</summary>
    Centroid,

    /// <summary>The distance of the centers, a merged group's being half-way between its parts', whatever their sizes (WPGMC); later merges may be lower.</summary>
    Median,
}
