using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Forgets the session's default database. No connection is held open between cmdlets, so nothing has to be closed.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "RecDatabase")]
public sealed class DisconnectRecDatabase : RecCmdlet
{
    /// <summary>The database to forget; another default stays.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public RecConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Connection is null || ReferenceEquals(Connection, SessionConnection.Get(this)))
        {
            SessionConnection.Set(this, null);
        }
    }
}
