namespace RecTools;

/// <summary>What happens to a customer of whom a feature is not known.</summary>
public enum MissingValues
{
    /// <summary>The row is set aside and counted.</summary>
    SetAside,

    /// <summary>The median of the others takes the place.</summary>
    Median,

    /// <summary>The mean of the others takes the place.</summary>
    Mean,

    /// <summary>Zero takes the place.</summary>
    Zero,
}
