using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>A SQLite file in a folder of its own, removed with it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectools-benchmark-").FullName;

    public TemporaryDatabase() => Connection = Connections.ToFile(Path.Combine(folder, "shop.db"));

    /// <summary>The database.</summary>
    public RecConnection Connection { get; }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
