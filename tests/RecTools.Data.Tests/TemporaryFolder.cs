using Microsoft.Data.Sqlite;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>A folder for the files of a test, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("rectools-data-").FullName;

    public string File(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Opens a new SQLite database.</summary>
    public Database Sqlite(string name = "test.db") => Database.Open(Connections.ToFile(File(name)));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }
}
