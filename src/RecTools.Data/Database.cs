using System.Data.Common;

namespace RecTools.Data;

/// <summary>One open database: what SQLite and SQL Server have in common, so that nothing above this layer asks which one it is.</summary>
public abstract class Database : IDisposable
{
    /// <summary>Opens the database that a connection describes.</summary>
    /// <exception cref="RecException"><c>DatabaseUnreachable</c>, <c>DatabaseLocked</c>, <c>DatabaseReadOnly</c>, <c>DatabaseCorrupt</c>.</exception>
    public static Database Open(RecConnection connection) => connection.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDatabase(connection),
        _ => new SqlServerDatabase(connection),
    };

    /// <summary>The open connection, for small statements.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The transaction that statements take part in; null outside of one.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <summary>Whether the database is a file of the user's own, so that the toolkit's tables may be made without asking an administrator.</summary>
    public abstract bool IsEmbedded { get; }

    /// <summary>The statements of the dialect.</summary>
    internal abstract StatementLibrary Statements { get; }

    /// <summary>Values of the parameters that a user's queries have, by name without @.</summary>
    public IReadOnlyDictionary<string, object?> QueryParameters { get; set; } = new Dictionary<string, object?>();

    /// <summary>Hears of what is tried again.</summary>
    public Action<string>? Retrying { get; set; }

    /// <summary>Seconds that a statement may take, 0 for no bound; null for what the connection says.</summary>
    public virtual int? CommandTimeout => null;

    /// <summary>Quotes one identifier: the only place that does.</summary>
    public abstract string Quote(string identifier);

    /// <summary>Splits and quotes a name that may hold a schema, may be quoted already or not.</summary>
    public abstract string QuoteName(string name);

    /// <summary>Name of one of the toolkit's own objects as the database stores it: with the prefix where there are no schemas.</summary>
    public abstract string OwnName(string name);

    /// <summary>One of the toolkit's own objects, quoted and with its schema.</summary>
    public abstract string QuoteOwn(string objectName);

    /// <summary>One of the toolkit's own objects as people write it: quoted only where it must be.</summary>
    public abstract string ReadableOwn(string objectName);

    /// <summary>Whether the toolkit's schema holds a table or view of this name.</summary>
    public bool OwnExists(string objectName) => Convert.ToInt64(this.Scalar(Statements["Schema/ObjectExists"], ("Name", objectName)), null) > 0;

    /// <summary>Whether there is a table or view of a name that may hold a schema and quotes.</summary>
    public abstract bool TableExists(string table);

    /// <summary>Names of all tables and views, with their schema where there are schemas.</summary>
    public IReadOnlyList<string> TableNames() => this.Select(reader => reader.GetString(0), Statements["Schema/Names"]);

    /// <summary>Columns of a table or view.</summary>
    /// <exception cref="RecException"><c>TableNotFound</c>, naming the tables with the nearest names.</exception>
    public abstract IReadOnlyList<ColumnSpec> ColumnsOf(string table);

    /// <summary>Streams the rows of a query. The columns are those of the query, with declared types where the database knows them.</summary>
    /// <param name="sql">A SELECT.</param>
    /// <param name="cancellation">Cancels the query on the server too.</param>
    /// <exception cref="RecException"><c>QueryFailed</c> with the database's own message.</exception>
    public abstract RowReader Query(string sql, CancellationToken cancellation);

    /// <summary>Looks at a SELECT, with the values of its parameters, without reading its rows.</summary>
    /// <exception cref="RecException">What is wrong with it.</exception>
    public abstract void CheckQuery(string sql, CancellationToken cancellation);

    /// <summary>Makes a table.</summary>
    public abstract void CreateTable(string quotedName, TableSpec table);

    /// <summary>Drops a table of a name that may hold a schema and quotes, if it exists.</summary>
    public void DropTable(string table) =>
        Guard(() => this.Execute(Statements["Views/DropTable"].Replace("{Table}", QuoteName(table), StringComparison.Ordinal)));

    /// <summary>Writes rows into a table, fast, within the transaction at hand or else in one of its own: nothing stays behind if it fails.</summary>
    /// <param name="quotedTable">The table; it has the rows' columns by name.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="order">Columns that the rows come in the order of; null where that is not known.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="RecException"><c>DiskFull</c>, <c>DatabaseLocked</c>, <c>DatabaseReadOnly</c>, <c>WriteFailed</c>.</exception>
    public abstract long BulkWrite(string quotedTable, RowReader rows, CancellationToken cancellation, IReadOnlyList<string>? order = null);

    /// <summary>What is to be done with a table once its rows are in it, so that queries find them well.</summary>
    public virtual void Finish(string quotedTable)
    {
    }

    /// <summary>Makes sure, before any work, that this login may do what a run does.</summary>
    /// <exception cref="RecException"><c>PermissionDenied</c>.</exception>
    public virtual void CheckWritable()
    {
    }

    /// <summary>Bytes that the database can still take; null where that cannot be told.</summary>
    public abstract long? FreeBytes();

    /// <summary>Holds a model for one run until disposed; let go by the system when the process dies.</summary>
    /// <exception cref="RecException"><c>ModelBusy</c>: another run holds it.</exception>
    public abstract IDisposable LockModel(string modelName);

    /// <summary>Turns a driver's exception into one a user can act on; returns null for one it does not know.</summary>
    public abstract RecException? Explain(Exception error);

    /// <summary>Whether texts that differ in blanks at their end only are equal here.</summary>
    public virtual bool IgnoresTrailingBlanks => false;

    /// <summary>Collation of text columns that name none of their own; null where the database compares letter by letter.</summary>
    public virtual string? Collation => null;

    /// <summary>Which texts are one here: a <see cref="TextGrouping"/>.</summary>
    public virtual int[]? FirstOfEqual(IReadOnlyList<string> sorted, string? declared) => null;

    /// <summary>Begins a transaction that everything takes part in until it is committed or disposed.</summary>
    public WriteTransaction BeginTransaction()
    {
        if (Transaction is not null)
        {
            throw new InvalidOperationException("A transaction is open already.");
        }

        Transaction = Guard(Connection.BeginTransaction);
        return new WriteTransaction(this, Transaction, () => Transaction = null);
    }

    /// <summary>Runs work in a transaction.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        using var transaction = BeginTransaction();
        var result = Guard(work);
        transaction.Commit();
        return result;
    }

    /// <summary>Runs work, giving errors of the driver as ones that a user can act on.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException error) when (Explain(error) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Connection.Dispose();
        }
    }

    /// <summary>An error for a table that does not exist, with the names that come nearest.</summary>
    private protected RecException TableNotFound(string table)
    {
        var names = TableNames();
        var nearest = NearestName.Few(table, names);
        return new RecException(
            "TableNotFound", RecErrorKind.NotFound,
            $"There is no table or view '{table}' in {Connection.DataSource}.",
            nearest.Count > 0 ? $"Did you mean {string.Join(" or ", nearest.Select(name => $"'{name}'"))}?"
                : names.Count > 0 ? $"There are: {string.Join(", ", names.Take(12))}{(names.Count > 12 ? ", ..." : "")}."
                : "The database has no tables yet.",
            table);
    }
}
