using System.Security;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace RecTools.Data;

/// <summary>Makes connections from what a user gives, and tries them at once.</summary>
public static class Connections
{
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
    /// <param name="instance">Server, perhaps with instance or port.</param>
    /// <param name="database">Database.</param>
    /// <param name="user">Login; null for Windows or integrated authentication.</param>
    /// <param name="password">Password of the login.</param>
    /// <param name="encrypt">Mandatory, Optional or Strict.</param>
    /// <param name="trustServerCertificate">Whether a certificate that no authority has signed is good enough.</param>
    /// <exception cref="RecException"><c>DatabaseUnreachable</c>, <c>LoginFailed</c>.</exception>
    public static RecConnection ToServer(
        string instance, string database, string? user, SecureString? password, string encrypt, bool trustServerCertificate)
    {
        var builder = new SqlConnectionStringBuilder
        {
            DataSource = instance,
            InitialCatalog = database,
            ApplicationName = "RecTools",
            IntegratedSecurity = user is null,
            Encrypt = SqlConnectionEncryptOption.Parse(encrypt),
            TrustServerCertificate = trustServerCertificate,
        };
        SqlCredential? credential = null;
        if (user is not null)
        {
            var copy = password?.Copy() ?? new SecureString();
            copy.MakeReadOnly();
            credential = new SqlCredential(user, copy);
        }

        return Tried(new RecConnection(DatabaseProvider.SqlServer, instance, database, builder.ConnectionString, "", credential));
    }

    /// <summary>What a connection string describes: a SQLite file if it names nothing but a data source that is a file's path, or else SQL Server.</summary>
    /// <exception cref="RecException"><c>ConnectionStringInvalid</c> and those of the other ways.</exception>
    public static RecConnection FromString(string connectionString)
    {
        try
        {
            var sqlite = SqliteBuilder(connectionString);
            return sqlite is not null ? ToFile(sqlite) : ToServer(new SqlConnectionStringBuilder(connectionString));
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver's message may repeat parts of the string, a password perhaps: it stays out.
            throw RecException.Configuration(
                "ConnectionStringInvalid", "The connection string cannot be read.", "Check its keywords, or connect with -SqlInstance and -Database, or with -Path.");
        }
    }

    private static RecConnection ToServer(SqlConnectionStringBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.ApplicationName) || builder.ApplicationName.Contains("SqlClient", StringComparison.Ordinal))
        {
            builder.ApplicationName = "RecTools";
        }

        return Tried(new RecConnection(DatabaseProvider.SqlServer, builder.DataSource, builder.InitialCatalog, builder.ConnectionString));
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
        return new RecConnection(connection.Provider, connection.DataSource, name, text, database.Connection.ServerVersion, credential);
    }
}
