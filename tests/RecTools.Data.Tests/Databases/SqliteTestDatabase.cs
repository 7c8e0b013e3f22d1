using RecTools.Data;

namespace RecTools.Tests;

/// <summary>A SQLite file in a folder of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private const string Prefix = "rec_";
    private readonly TemporaryFolder folder = new();

    private SqliteTestDatabase() => Connection = Connections.ToFile(folder.File("test.db"));

    /// <inheritdoc/>
    public override RecConnection Connection { get; }

    /// <summary>Makes one.</summary>
    public static TestDatabase Make() => new SqliteTestDatabase();

    /// <inheritdoc/>
    public override IReadOnlyList<string> OwnObjects()
    {
        using var database = Open();
        return database.Select(row => row.GetString(0)[Prefix.Length..], @"SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name LIKE 'rec\_%' ESCAPE '\'");
    }

    /// <inheritdoc/>
    public override void RequireSound()
    {
        using var database = Open();
        Assert.Equal("ok", database.Scalar("PRAGMA quick_check;"));
        Assert.Empty(Directory.EnumerateFiles(folder.Root).Select(file => Path.GetFileName(file)).Except(["test.db", "test.db-wal", "test.db-shm"]));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => folder.Dispose();
}
