using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Removes the toolkit's own tables, the models in them and everything published, and nothing else.</summary>
[Cmdlet(VerbsLifecycle.Uninstall, "RecSchema", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(string))]
public sealed class UninstallRecSchema : ConnectedCmdlet
{
    /// <summary>Gives the script that would run, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter ScriptOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Database;
        if (ScriptOnly)
        {
            WriteObject(Guard(() => SchemaService.UninstallScript(connection)));
        }
        else if (ShouldProcess(connection.ToString(), "Remove all tables, models and publications of RecTools"))
        {
            Guard(() => SchemaService.Uninstall(connection));
        }
    }
}
