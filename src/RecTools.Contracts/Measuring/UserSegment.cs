namespace RecTools;

/// <summary>What users are told apart by when figures are given for groups of them.</summary>
public enum UserSegment
{
    /// <summary>Nothing: figures of all users alone.</summary>
    None,

    /// <summary>How many rows of them are learned from.</summary>
    History,

    /// <summary>The groups of a published model that finds groups.</summary>
    Cluster,

    /// <summary>The values of a column.</summary>
    Column,
}
