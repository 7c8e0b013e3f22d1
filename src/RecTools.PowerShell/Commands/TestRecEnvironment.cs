using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Looks for what would make a training run or its nightly job fail, and says what to do about it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RecEnvironment")]
[OutputType(typeof(EnvironmentCheck))]
public sealed class TestRecEnvironment : ConnectedCmdlet
{
    /// <summary>A job file to look at, with what it names.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ArgumentCompleter(typeof(ConfigFileCompleter))]
    public string? ConfigPath { get; set; }

    /// <summary>Proxy of SQL Server Agent that the job is to use.</summary>
    [Parameter]
    public string? ProxyName { get; set; }

    /// <summary>File for the output of the job, whose folder must take it.</summary>
    [Parameter]
    public string? OutputFile { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = DatabaseOrNone;
        var request = new EnvironmentRequest(Version(), System.IO.Path.GetDirectoryName(typeof(TestRecEnvironment).Assembly.Location)!)
        {
            ConfigPath = ConfigPath is null ? null : FullPath(ConfigPath),
            ProxyName = ProxyName,
            OutputFile = OutputFile is null ? null : FullPath(OutputFile),
        };
        WriteObject(Watch("Looking at the environment", (_, cancellation) => EnvironmentTest.Run(connection, request, cancellation)), enumerateCollection: true);
    }

    // A preview's version has words behind the numbers.
    private Version Version() => System.Version.Parse(SessionState.PSVariable.GetValue("PSVersionTable") is System.Collections.IDictionary table
        ? table["PSVersion"]!.ToString()!.Split('-')[0]
        : "0.0");
}
