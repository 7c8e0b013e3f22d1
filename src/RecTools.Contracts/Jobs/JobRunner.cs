namespace RecTools;

/// <summary>The program that runs a job.</summary>
public enum JobRunner
{
    /// <summary>The host that comes with the module; the server needs no PowerShell 7.</summary>
    RecTools,

    /// <summary>PowerShell 7.</summary>
    Pwsh,
}
