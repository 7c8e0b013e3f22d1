namespace RecTools;

/// <summary>Which database to work with. Holds no open handle: each piece of work opens and closes its own.</summary>
/// <remarks>The connection string is kept from formatting, serialisation and logs since it may hold a password.</remarks>
public sealed class RecConnection
{
    private readonly string connectionString;

    private readonly object? credential;

    /// <summary>Describes a database.</summary>
    /// <param name="provider">The kind of database.</param>
    /// <param name="dataSource">Server, or full path of the file.</param>
    /// <param name="database">Database on the server; for a file its name without the folder.</param>
    /// <param name="connectionString">What the driver needs.</param>
    /// <param name="serverVersion">What the server said of itself.</param>
    /// <param name="credential">A credential handed to the driver apart from the string.</param>
    /// <param name="options">How statements are run; null for the defaults.</param>
    public RecConnection(
        DatabaseProvider provider, string dataSource, string database, string connectionString, string serverVersion = "", object? credential = null,
        ConnectionOptions? options = null)
    {
        Provider = provider;
        DataSource = dataSource;
        Database = database;
        ServerVersion = serverVersion;
        Options = options ?? new ConnectionOptions();
        this.connectionString = connectionString;
        this.credential = credential;
    }

    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Server, or full path of the file.</summary>
    public string DataSource { get; }

    /// <summary>Database on the server, or name of the file.</summary>
    public string Database { get; }

    /// <summary>Version the server gave when the connection was tried.</summary>
    public string ServerVersion { get; }

    /// <summary>How statements are run.</summary>
    public ConnectionOptions Options { get; }

    /// <summary>Hands the secrets to the data layer; a method, so that no formatter prints them.</summary>
    public (string ConnectionString, object? Credential) Reveal() => (connectionString, credential);

    /// <inheritdoc/>
    public override string ToString() => $"{Provider}: {DataSource} / {Database}";
}

/// <summary>The kinds of database that the toolkit works with.</summary>
public enum DatabaseProvider
{
    /// <summary>An embedded SQLite file.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server 2016 or later, or Azure SQL.</summary>
    SqlServer,
}
