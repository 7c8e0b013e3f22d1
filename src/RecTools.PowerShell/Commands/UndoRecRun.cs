using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Puts the publication before the current one back: the views and the model, in one transaction.</summary>
[Cmdlet(VerbsCommon.Undo, "RecRun", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(UndoResult))]
public sealed class UndoRecRun : ConnectedCmdlet
{
    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string ModelName { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"{ModelName} in {Database}", "Put the publication before the current one back"))
        {
            var (run, published) = Guard(() => RunHistory.Undo(Database, ModelName));
            WriteObject(new UndoResult(ModelName, run.RunId, run.StartedAt, [.. published]));
        }
    }
}
