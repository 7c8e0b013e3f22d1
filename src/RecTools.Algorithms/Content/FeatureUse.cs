namespace RecTools.Algorithms;

/// <summary>Whether an algorithm looks at features of items and users.</summary>
public enum FeatureUse
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It does where there are some.</summary>
    Optional,

    /// <summary>It does nothing without features of items.</summary>
    Required,
}
