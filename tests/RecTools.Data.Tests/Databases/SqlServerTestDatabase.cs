using RecTools.Data;

namespace RecTools.Tests;

/// <summary>The database that the environment names; the toolkit's schema in it is removed before and after.</summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    /// <summary>Suites on the one server take turns.</summary>
    public const string Collection = "SQL Server";

    private const string Variable = "RECTOOLS_TEST_SQLSERVER";

    private SqlServerTestDatabase(string connectionString)
    {
        Connection = Connections.FromString(connectionString);
        Clear();
    }

    /// <inheritdoc/>
    public override RecConnection Connection { get; }

    /// <summary>Opens the database, or skips the test.</summary>
    public static TestDatabase Make()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(text), $"needs a SQL Server: set {Variable} to a connection string (examples/ has a compose file that starts one)");
        return new SqlServerTestDatabase(text!);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> OwnObjects()
    {
        using var database = Open();
        return database.Select(row => row.GetString(0), "SELECT o.name FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id WHERE s.name = N'rec' AND o.type IN ('U', 'V')");
    }

    /// <inheritdoc/>
    public override void RequireSound()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Clear();

    private void Clear()
    {
        using var database = Open();
        SchemaInstaller.Uninstall(database);
        foreach (var table in database.Select(row => row.GetString(0), "SELECT name FROM sys.tables WHERE schema_id = SCHEMA_ID(N'dbo') AND name LIKE N'RecTools%'"))
        {
            database.DropTable($"dbo.{database.Quote(table)}");
        }
    }
}
