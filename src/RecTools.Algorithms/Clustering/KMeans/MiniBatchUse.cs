namespace RecTools.Algorithms;

/// <summary>When k-means works with small samples rather than with all points in each iteration.</summary>
public enum MiniBatchUse
{
    /// <summary>Where points x clusters x features are above four thousand million.</summary>
    Auto,

    /// <summary>Never.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,
}
