using System.Security;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace RecTools.Data;

/// <summary>Makes connections from what a user gives, and tries them at once.</summary>
public static class Connections
{
    /// <summary>What the server is told of who connects.</summary>
    internal const string ApplicationName = "RecTools";

    /// <summary>Seconds to wait for another program's lock on a SQLite file.</summary>
    private const int SqliteWait = 5;

    /// <summary>A SQLite file, made if it does not exist.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="RecException"><c>DatabaseUnreachable</c> and what <see cref="Database.Open"/> throws.</exception>
    public static RecConnection ToFile(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw RecException.Configuration("DatabaseUnreachable", $"{full} is a folder.", "Give the path of a file.", path);
        }

        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder))
        {
            throw new RecException("DatabaseUnreachable", RecErrorKind.NotFound, $"There is no folder {folder} for the database.", "Make the folder, or correct the path.", path);
        }

        var isNew = !File.Exists(full);
        var connection = ToFile(new SqliteConnectionStringBuilder { DataSource = full, DefaultTimeout = SqliteWait });
        if (isNew)
        {
            // Readers of the last publication and the writer of the next do not wait for each other in this mode.
            using var database = Database.Open(connection);
            database.Guard(() => database.Scalar("PRAGMA journal_mode = WAL;"));
        }

        return connection;
    }

    /// <summary>A database on a SQL Server instance.</summary>
    /// <param name="address">Where it is, and who one is there.</param>
    /// <param name="options">How statements are run.</param>
    /// <exception cref="RecException"><c>DatabaseUnreachable</c>, <c>LoginFailed</c>, <c>CertificateUntrusted</c>.</exception>
    public static RecConnection ToServer(ServerAddress address, ConnectionOptions options) => Tried(new RecConnection(
        DatabaseProvider.SqlServer, address.Instance, address.Database, address.ConnectionString, "", address.Credential, options));

    /// <summary>What a connection string describes: a SQLite file if it names nothing but a data source that is a file's path, or else SQL Server.</summary>
    /// <exception cref="RecException"><c>ConnectionStringInvalid</c> and those of the other ways.</exception>
    public static RecConnection FromString(string connectionString) => FromString(connectionString, new ConnectionOptions());

    /// <summary>The same.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="options">How statements are run on a server.</param>
    /// <param name="user">Login that the string does not hold; null for none.</param>
    /// <param name="password">Its password.</param>
    /// <param name="accessToken">Access token that the string does not hold; null for none.</param>
    /// <param name="database">Database to use rather than that of the string; null for that.</param>
    /// <exception cref="RecException">As above.</exception>
    public static RecConnection FromString(
        string connectionString, ConnectionOptions options, string? user = null, SecureString? password = null, SecureString? accessToken = null, string? database = null)
    {
        try
        {
            var sqlite = SqliteBuilder(connectionString);
            if (sqlite is not null)
            {
                return ToFile(sqlite);
            }

            var credential = new ServerAddress { Instance = "", Database = "", User = user, Password = password, AccessToken = accessToken }.Credential;
            return ToServer(new SqlConnectionStringBuilder(connectionString), credential, options, database);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver's message may repeat parts of the string, a password perhaps: it stays out.
            throw RecException.Configuration(
                "ConnectionStringInvalid", "The connection string cannot be read.", "Check its keywords, or connect with -SqlInstance and -Database, or with -Path.");
        }
    }

    private static RecConnection ToServer(SqlConnectionStringBuilder builder, object? credential, ConnectionOptions options, string? database)
    {
        if (string.IsNullOrEmpty(builder.ApplicationName) || builder.ApplicationName.Contains("SqlClient", StringComparison.Ordinal))
        {
            builder.ApplicationName = ApplicationName;
        }

        builder.InitialCatalog = database ?? builder.InitialCatalog;
        if (credential is not null)
        {
            // The driver takes a secret beside the string only where the string says nothing of who one is.
            builder.Remove("User ID");
            builder.Remove("Password");
            builder.Remove("Integrated Security");
        }

        return Tried(new RecConnection(DatabaseProvider.SqlServer, builder.DataSource, builder.InitialCatalog, builder.ConnectionString, "", credential, options));
    }

    private static RecConnection ToFile(SqliteConnectionStringBuilder builder)
    {
        var full = Path.GetFullPath(builder.DataSource);
        builder.DataSource = full;
        return Tried(new RecConnection(DatabaseProvider.Sqlite, full, Path.GetFileName(full), builder.ConnectionString));
    }

    // SQLite's builder knows few keywords, and SQL Server's strings always hold another one (a database, a login).
    private static SqliteConnectionStringBuilder? SqliteBuilder(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            return builder.DataSource.Length > 0 && Path.HasExtension(builder.DataSource) ? builder : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RecConnection Tried(RecConnection connection)
    {
        using var database = Database.Open(connection);
        var (text, credential) = connection.Reveal();

        // A connection string may leave the database to the login's default; a file is called by its own name.
        var name = connection.Provider == DatabaseProvider.SqlServer ? database.Connection.Database : connection.Database;
        return new RecConnection(connection.Provider, connection.DataSource, name, text, database.Connection.ServerVersion, credential, connection.Options);
    }
}
