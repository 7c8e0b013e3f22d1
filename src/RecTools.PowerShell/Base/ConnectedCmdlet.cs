using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that works with a database: the one given, or else the session's default.</summary>
public abstract class ConnectedCmdlet : RecCmdlet
{
    /// <summary>The database: what Connect-RecDatabase gave, or a connection of dbatools, of the SqlServer module or of SqlClient; without it the one last connected to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecConnectionTransformation]
    public RecConnection? Connection { get; set; }

    /// <summary>The database to work with.</summary>
    protected RecConnection Database => Guard(RequireDatabase);

    /// <summary>The database to work with; null without one.</summary>
    protected RecConnection? DatabaseOrNone => Connection ?? SessionConnection.Get(this);

    /// <summary>The database to work with, for work that is guarded as a whole.</summary>
    /// <exception cref="RecException"><c>NotConnected</c>.</exception>
    private protected RecConnection RequireDatabase() => DatabaseOrNone ?? throw RecException.Configuration(
        "NotConnected", "No database is connected.", "Run Connect-RecDatabase first, or give -Connection.");
}
