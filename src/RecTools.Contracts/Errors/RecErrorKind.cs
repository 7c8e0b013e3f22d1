namespace RecTools;

/// <summary>What sort of thing went wrong; the cmdlets turn it into PowerShell's error categories and the host into exit codes.</summary>
public enum RecErrorKind
{
    /// <summary>A parameter, option or configuration value cannot be used. Host exit code 2.</summary>
    Configuration,

    /// <summary>A table, column, file, model or run does not exist.</summary>
    NotFound,

    /// <summary>The data were read and cannot be used.</summary>
    Data,

    /// <summary>The database or file cannot be reached, read or written.</summary>
    Access,

    /// <summary>Somebody else holds what is needed.</summary>
    Busy,

    /// <summary>Memory, disk or time would not suffice.</summary>
    Limit,

    /// <summary>A quality gate stopped the run. Host exit code 3.</summary>
    Gate,

    /// <summary>The user or the job cancelled. Host exit code 4.</summary>
    Cancelled,
}
