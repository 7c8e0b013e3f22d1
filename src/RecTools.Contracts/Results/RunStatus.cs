namespace RecTools;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Started and not closed yet.</summary>
    Running,

    /// <summary>Finished and, unless told not to, published.</summary>
    Succeeded,

    /// <summary>Ended by an error, or found dead by a later run.</summary>
    Failed,

    /// <summary>Ended by the user.</summary>
    Cancelled,

    /// <summary>Finished, and kept from being published by a quality gate.</summary>
    Rejected,
}
