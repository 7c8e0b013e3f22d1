using System.Management.Automation;
using RecTools.Data;

namespace RecTools.PowerShell;

/// <summary>Connects to a database and makes it the session's default.</summary>
[Cmdlet(VerbsCommunications.Connect, "RecDatabase", DefaultParameterSetName = "File")]
[OutputType(typeof(RecConnection))]
public sealed class ConnectRecDatabase : RecCmdlet
{
    /// <summary>SQLite file; made if it does not exist.</summary>
    [Parameter(ParameterSetName = "File", Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    public string Path { get; set; } = "";

    /// <summary>SQL Server instance, such as <c>localhost</c> or <c>SRV\SQL1,1433</c>.</summary>
    [Parameter(ParameterSetName = "Server", Mandatory = true)]
    [Alias("ServerInstance")]
    public string SqlInstance { get; set; } = "";

    /// <summary>Database on the instance.</summary>
    [Parameter(ParameterSetName = "Server", Mandatory = true)]
    public string Database { get; set; } = "";

    /// <summary>SQL Server login; without it Windows or integrated authentication is used.</summary>
    [Parameter(ParameterSetName = "Server")]
    public PSCredential? SqlCredential { get; set; }

    /// <summary>Whether the connection is encrypted: Mandatory (the default), Optional or Strict.</summary>
    [Parameter(ParameterSetName = "Server")]
    [ValidateSet("Mandatory", "Optional", "Strict")]
    public string Encrypt { get; set; } = "Mandatory";

    /// <summary>Accepts a server certificate that no authority has signed.</summary>
    [Parameter(ParameterSetName = "Server")]
    public SwitchParameter TrustServerCertificate { get; set; }

    /// <summary>A connection string of Microsoft.Data.SqlClient.</summary>
    [Parameter(ParameterSetName = "ConnectionString", Mandatory = true)]
    public string ConnectionString { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Guard(() => ParameterSetName switch
        {
            "File" => Connections.ToFile(FullPath(Path)),
            "Server" => Connections.ToServer(
                SqlInstance, Database, SqlCredential?.UserName, SqlCredential?.Password, Encrypt, TrustServerCertificate),
            _ => Connections.FromString(ConnectionString),
        });
        SessionConnection.Set(this, connection);
        WriteObject(connection);
    }
}
