namespace RecTools;

/// <summary>How statements are run on a server. A file of one's own needs none of it.</summary>
public sealed record ConnectionOptions
{
    /// <summary>Seconds that a statement may take; 0 for no bound.</summary>
    public int CommandTimeout { get; init; }

    /// <summary>How often something that failed for a passing reason, such as a failover or a deadlock, is tried again.</summary>
    public int RetryCount { get; init; } = 3;

    /// <summary>Seconds before the first time it is tried again; the waits after it double.</summary>
    public int RetryInterval { get; init; } = 2;

    /// <summary>What queries see of what others are changing.</summary>
    public ReadIsolation Isolation { get; init; }
}

/// <summary>What a query of a source sees of what others are changing meanwhile.</summary>
public enum ReadIsolation
{
    /// <summary>What was committed when each row was read; as the server has it by default.</summary>
    ReadCommitted,

    /// <summary>What was committed when the query began, without waiting for anybody; the database must allow it.</summary>
    Snapshot,
}
