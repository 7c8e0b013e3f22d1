using System.Diagnostics;
using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>The time that a script block takes; what it writes is dropped.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Command")]
[OutputType(typeof(TimeSpan))]
public sealed class MeasureCommandCommand : PSCmdlet
{
    /// <summary>What to time. It runs in the caller's scope.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock? Expression { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Stopwatch watch = Stopwatch.StartNew();
        SessionState.InvokeCommand.InvokeScript(useLocalScope: false, Expression, input: null);
        WriteObject(watch.Elapsed);
    }
}
