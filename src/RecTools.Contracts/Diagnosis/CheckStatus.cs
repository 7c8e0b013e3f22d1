namespace RecTools;

/// <summary>What a look at the environment found.</summary>
public enum CheckStatus
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It may work; or it cannot be told from here.</summary>
    Warning,

    /// <summary>A run would fail.</summary>
    Failed,
}
