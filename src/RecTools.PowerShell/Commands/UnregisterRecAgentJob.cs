using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Removes a SQL Server Agent job that Register-RecAgentJob made, and nothing else; another's job is refused.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "RecAgentJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AgentJobInfo), typeof(string))]
public sealed class UnregisterRecAgentJob : ConnectedCmdlet
{
    /// <summary>Name of the job.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    public string JobName { get; set; } = "";

    /// <summary>Gives the script that would run, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter ScriptOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ScriptOnly)
        {
            WriteObject(Guard(() => JobService.UnregisterScript(JobName)));
            return;
        }

        var connection = Database;
        if (ShouldProcess($"{JobName} in {connection}", "Remove a SQL Server Agent job with its schedule"))
        {
            WriteObject(Guard(() => JobService.Unregister(connection, JobName)));
        }
    }
}
