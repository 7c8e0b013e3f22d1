using System.Data.Common;

namespace RecTools.Data;

/// <summary>One open database: what SQLite and SQL Server have in common, so that nothing above this layer asks which one it is.</summary>
public abstract class Database : IDisposable
{
    /// <summary>Opens the database that a connection describes.</summary>
    /// <exception cref="RecException"><c>DatabaseUnreachable</c>, <c>DatabaseLocked</c>, <c>DatabaseReadOnly</c>, <c>DatabaseCorrupt</c>.</exception>
    public static Database Open(RecConnection connection) => throw new NotImplementedException();

    /// <summary>The open connection, for small statements.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>Which kind of database.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Quotes one identifier: the only place that does.</summary>
    public abstract string Quote(string identifier);

    /// <summary>Splits and quotes a name that may hold a schema, may be quoted already or not.</summary>
    public abstract string QuoteName(string name);

    /// <summary>Text of a statement kept in a file of this dialect, such as <c>Run/Insert</c>.</summary>
    public abstract string Statement(string name);

    /// <summary>Columns of a table or view.</summary>
    /// <exception cref="RecException"><c>TableNotFound</c>, naming the tables with the nearest names.</exception>
    public abstract IReadOnlyList<ColumnSpec> ColumnsOf(string table);

    /// <summary>Streams the rows of a query. The columns are those of the query, with declared types where the database knows them.</summary>
    /// <param name="sql">A SELECT.</param>
    /// <param name="cancellation">Cancels the query on the server too.</param>
    /// <exception cref="RecException"><c>QueryFailed</c> with the database's own message.</exception>
    public abstract RowReader Query(string sql, CancellationToken cancellation);

    /// <summary>Makes a table.</summary>
    public abstract void CreateTable(string quotedName, TableSpec table);

    /// <summary>Writes rows into a table, fast, in one transaction or batch by batch as suits the database; nothing stays behind if it fails.</summary>
    /// <returns>Rows written.</returns>
    /// <exception cref="RecException"><c>DiskFull</c>, <c>DatabaseLocked</c>, <c>DatabaseReadOnly</c>, <c>WriteFailed</c>.</exception>
    public abstract long BulkWrite(string quotedTable, RowReader rows, Action<long>? progress, CancellationToken cancellation);

    /// <summary>Holds a model for one run until disposed; let go by the system when the process dies.</summary>
    /// <exception cref="RecException"><c>ModelBusy</c>: another run holds it.</exception>
    public abstract IDisposable LockModel(string modelName);

    /// <summary>Turns a driver's exception into one a user can act on; returns null for one it does not know.</summary>
    public abstract RecException? Explain(Exception error);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected abstract void Dispose(bool disposing);
}
