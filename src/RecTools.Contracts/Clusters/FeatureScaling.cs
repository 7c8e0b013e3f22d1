namespace RecTools;

/// <summary>How features of different units are made comparable before distances are taken.</summary>
public enum FeatureScaling
{
    /// <summary>LogZScore for what is computed from orders, whose amounts are skewed; ZScore for columns.</summary>
    Auto,

    /// <summary>As they are.</summary>
    None,

    /// <summary>Less the mean, divided by the standard deviation of all customers.</summary>
    ZScore,

    /// <summary>Less the median, divided by the distance of the quartiles: outliers do not matter. Where the quartiles are equal, the standard deviation takes its place.</summary>
    Robust,

    /// <summary>From 0 for the smallest to 1 for the largest.</summary>
    MinMax,

    /// <summary>The natural logarithm of one more, with the sign kept, and then as ZScore: for amounts and counts with a long tail.</summary>
    LogZScore,
}
