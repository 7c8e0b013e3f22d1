using System.Management.Automation;
using System.Security;
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
    [Parameter(ParameterSetName = "Object")]
    public string Database { get; set; } = "";

    /// <summary>SQL Server login; without it Windows or integrated authentication is used.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    [Parameter(ParameterSetName = "Object")]
    public PSCredential? SqlCredential { get; set; }

    /// <summary>Whether the connection is encrypted: Mandatory (the default), Optional or Strict.</summary>
    [Parameter(ParameterSetName = "Server")]
    [ValidateSet("Mandatory", "Optional", "Strict")]
    public string Encrypt { get; set; } = "Mandatory";

    /// <summary>Accepts a server certificate that no authority has signed.</summary>
    [Parameter(ParameterSetName = "Server")]
    public SwitchParameter TrustServerCertificate { get; set; }

    /// <summary>Name that the server's certificate has, where it is not the server's own, as behind an alias or a listener.</summary>
    [Parameter(ParameterSetName = "Server")]
    public string? HostNameInCertificate { get; set; }

    /// <summary>Access token of Microsoft Entra ID, as <c>Get-AzAccessToken -ResourceUrl https://database.windows.net -AsSecureString</c> gives it.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    public SecureString? AccessToken { get; set; }

    /// <summary>Seconds to wait for the server.</summary>
    [Parameter(ParameterSetName = "Server")]
    [ValidateRange(1, 3600)]
    public int? ConnectTimeout { get; set; }

    /// <summary>A connection string of Microsoft.Data.SqlClient.</summary>
    [Parameter(ParameterSetName = "ConnectionString", Mandatory = true)]
    public string ConnectionString { get; set; } = "";

    /// <summary>A connection of another module: what Connect-DbaInstance of dbatools or Get-SqlInstance of SqlServer gives, or a SqlConnection.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Seconds that a statement may take; 0, the default, for no bound.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    [Parameter(ParameterSetName = "Object")]
    [ValidateRange(0, int.MaxValue)]
    public int CommandTimeout { get; set; }

    /// <summary>How often something that failed for a passing reason, such as a failover or a deadlock, is tried again.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    [Parameter(ParameterSetName = "Object")]
    [ValidateRange(0, 20)]
    public int RetryCount { get; set; } = 3;

    /// <summary>Seconds before the first time it is tried again; the waits after it double.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    [Parameter(ParameterSetName = "Object")]
    [ValidateRange(1, 120)]
    public int RetryInterval { get; set; } = 2;

    /// <summary>What queries see of what others are changing: ReadCommitted, or Snapshot where the database allows it.</summary>
    [Parameter(ParameterSetName = "Server")]
    [Parameter(ParameterSetName = "ConnectionString")]
    [Parameter(ParameterSetName = "Object")]
    public ReadIsolation ReadIsolation { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Guard(Connect);
        SessionConnection.Set(this, connection);
        WriteObject(connection);
    }

    private RecConnection Connect()
    {
        var options = new ConnectionOptions { CommandTimeout = CommandTimeout, RetryCount = RetryCount, RetryInterval = RetryInterval, Isolation = ReadIsolation };
        return ParameterSetName switch
        {
            "File" => Connections.ToFile(FullPath(Path)),
            "Server" => Connections.ToServer(
                new ServerAddress
                {
                    Instance = SqlInstance,
                    Database = Database,
                    User = SqlCredential?.UserName,
                    Password = SqlCredential?.Password,
                    AccessToken = AccessToken,
                    Encrypt = Encrypt,
                    TrustServerCertificate = TrustServerCertificate,
                    HostNameInCertificate = HostNameInCertificate,
                    ConnectTimeout = ConnectTimeout,
                },
                options),
            "Object" => ForeignConnection.Open(InputObject!, SqlCredential, Database.Length == 0 ? null : Database, options),
            _ => Connections.FromString(ConnectionString, options, SqlCredential?.UserName, SqlCredential?.Password, AccessToken),
        };
    }
}
