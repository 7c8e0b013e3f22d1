namespace RecTools.Training;

/// <summary>What to look at besides the module and the database.</summary>
/// <param name="PowerShell">Version of PowerShell.</param>
/// <param name="ModuleFolder">Folder of the module's assemblies.</param>
public sealed record EnvironmentRequest(Version PowerShell, string ModuleFolder)
{
    /// <summary>Full path of a job file; null for none.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Proxy of SQL Server Agent that the job is to use; null for none.</summary>
    public string? ProxyName { get; init; }

    /// <summary>Full path of the file for the job's output; null for none.</summary>
    public string? OutputFile { get; init; }
}
