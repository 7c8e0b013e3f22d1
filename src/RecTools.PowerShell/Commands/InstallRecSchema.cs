using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Creates or upgrades the toolkit's own tables; does nothing where they are up to date.</summary>
[Cmdlet(VerbsLifecycle.Install, "RecSchema", SupportsShouldProcess = true)]
[OutputType(typeof(SchemaInfo), typeof(string))]
public sealed class InstallRecSchema : ConnectedCmdlet
{
    /// <summary>Gives the script that would run there, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter ScriptOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Database;
        if (ScriptOnly)
        {
            WriteObject(Guard(() => SchemaService.InstallScript(connection)));
        }
        else if (ShouldProcess(connection.ToString(), "Create or upgrade the tables of RecTools"))
        {
            WriteObject(Guard(() => SchemaService.Install(connection)));
        }
    }
}
