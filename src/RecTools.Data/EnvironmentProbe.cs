using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace RecTools.Data;

/// <summary>What can be asked of the drivers and of a database about what a run will need there.</summary>
public static class EnvironmentProbe
{
    /// <summary>Version of the driver for SQL Server, loaded.</summary>
    public static string SqlServerDriver()
    {
        using var connection = new SqlConnection();
        return connection.GetType().Assembly.GetName().Version!.ToString(3);
    }

    /// <summary>Version of the SQLite library, loaded and asked.</summary>
    public static string SqliteLibrary()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    /// <summary>State and account of SQL Server Agent; both null where the server does not say.</summary>
    public static (string? State, string? Account) AgentService(Database database) => Row(
        database, static reader => (reader.TextOrNull(0), reader.TextOrNull(1)), "Environment/AgentService");

    /// <summary>A proxy of SQL Server Agent; null where there is none of this name.</summary>
    public static AgentProxy? Proxy(Database database, string name) => Row(
        database,
        static reader => new AgentProxy(reader.GetInt32(0) == 1, reader.GetString(1), reader.GetInt32(2) == 1, reader.GetInt32(3) == 1),
        "Environment/Proxy",
        ("Name", name));

    private static T? Row<T>(Database database, Func<DbDataReader, T> make, string statement, params (string, object?)[] values) =>
        database.Guard(() => database.Select(make, database.Statements[statement], values)).FirstOrDefault();
}

/// <summary>A proxy of SQL Server Agent.</summary>
/// <param name="IsEnabled">Whether it may be used.</param>
/// <param name="Account">The account that it stands for.</param>
/// <param name="RunsPrograms">Whether steps that run programs may use it.</param>
/// <param name="HasLogin">Whether the account has a login of its own; it may have one by a group too.</param>
public sealed record AgentProxy(bool IsEnabled, string Account, bool RunsPrograms, bool HasLogin);
