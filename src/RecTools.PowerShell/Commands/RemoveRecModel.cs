using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Removes a model, all its versions and its published tables. Its runs stay in the history.</summary>
[Cmdlet(VerbsCommon.Remove, "RecModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveRecModel : ConnectedCmdlet
{
    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ModelName")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"{Name} in {Database}", "Remove the model and its published tables"))
        {
            Each(() => RunHistory.Remove(Database, Name));
        }
    }
}
