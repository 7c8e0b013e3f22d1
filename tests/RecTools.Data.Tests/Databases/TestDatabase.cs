using RecTools.Data;

namespace RecTools.Tests;

/// <summary>A database for a suite that runs on every kind of it: empty but for what the suite makes, and emptied again.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>The connection.</summary>
    public abstract RecConnection Connection { get; }

    /// <summary>What a program of its own needs to connect.</summary>
    public string ConnectionString => Connection.Reveal().ConnectionString;

    /// <summary>Opens a connection.</summary>
    public Database Open() => Database.Open(Connection);

    /// <summary>Names of all tables and views of the toolkit, without what stands before them.</summary>
    public abstract IReadOnlyList<string> OwnObjects();

    /// <summary>Fails where the database is damaged, or something beside it was left.</summary>
    public abstract void RequireSound();

    /// <summary>Makes a table of the user's own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows.</param>
    public void Fill(string name, ColumnSpec[] columns, params object?[][] rows)
    {
        using var database = Open();
        database.DropTable(name);
        database.CreateTable(database.QuoteName(name), new TableSpec(columns, []));
        database.BulkWrite(database.QuoteName(name), new GivenRows(columns, rows), CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes what the suite made.</summary>
    protected abstract void Dispose(bool disposing);
}
