using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Shows the history of runs, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "RecRun")]
[OutputType(typeof(RunInfo))]
public sealed class GetRecRun : ConnectedCmdlet
{
    /// <summary>Model, perhaps with the wildcards * and ?.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? ModelName { get; set; }

    /// <summary>One run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>Runs at most.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 20;

    /// <summary>Gives metrics, training steps and rejected rows too; a single run asked for has them always.</summary>
    [Parameter]
    public SwitchParameter Detail { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(Guard(() => RunHistory.Runs(Database, ModelName, RunId, Last, Detail || RunId is not null)), enumerateCollection: true);
}
