using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecTools.Data;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteDatabase : Database
{
    private const string Prefix = "rec_";
    internal static readonly StatementLibrary Library = new("Sqlite", Prefix, "");
    private readonly SqliteConnection connection;

    public SqliteDatabase(RecConnection described)
    {
        connection = new SqliteConnection(described.Reveal().ConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, connection.DefaultTimeout * 1000);

            // The first read finds out whether the file is a database at all.
            this.Scalar("SELECT COUNT(*) FROM sqlite_master;");
        }
        catch (Exception error)
        {
            connection.Dispose();
            throw Explain(error) ?? error;
        }
    }

    public override DbConnection Connection => connection;

    public override bool IsEmbedded => true;

    internal override StatementLibrary Statements => Library;

    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string QuoteName(string name) => string.Join('.', ObjectName.Split(name).Select(Quote));

    public override string OwnName(string name) => Prefix + name;

    public override string QuoteOwn(string objectName) => Quote(objectName);

    public override string ReadableOwn(string objectName) => ObjectName.IsPlain(objectName) ? objectName : Quote(objectName);

    public override bool TableExists(string table) => Convert.ToInt64(this.Scalar(Library["Schema/ObjectExists"], ("Name", BareName(table))), null) > 0;

    public override IReadOnlyList<ColumnSpec> ColumnsOf(string table)
    {
        var columns = this.Select(
            static reader => new ColumnSpec(reader.GetString(0), SqliteTypes.KindOf(reader.GetString(1)) ?? CellKind.Text, reader.GetString(1), !reader.GetBoolean(2)),
            Library["Schema/Columns"],
            ("Name", BareName(table)));
        return columns.Count > 0 ? columns : throw TableNotFound(table);
    }

    public override RowReader Query(string sql, CancellationToken cancellation)
    {
        try
        {
            return new SqliteRowReader(connection, sql, QueryParameters, cancellation);
        }
        catch (SqliteException error)
        {
            const string MissingTable = "no such table: ";
            var place = error.Message.IndexOf(MissingTable, StringComparison.Ordinal);
            throw place >= 0 ? TableNotFound(error.Message[(place + MissingTable.Length)..].TrimEnd('\'', '.')) : SqliteErrors.OfQuery(error, connection.DataSource);
        }
    }

    public override void CheckQuery(string sql, CancellationToken cancellation) => Query(sql, cancellation).Dispose();

    public override void CreateTable(string quotedName, TableSpec table)
    {
        var columns = table.Columns.Select(column =>
            $"{Quote(column.Name)} {DeclaredType.Or(column.Declared, SqliteTypes.DeclarationOf(column.Kind))}{(column.Nullable ? "" : " NOT NULL")}");
        var key = table.Key.Count == 0 ? "" : $",\n  PRIMARY KEY ({string.Join(", ", table.Key.Select(Quote))})";

        // With a key the rows live in its order: a reader of one user's rows touches one page.
        var storage = table.Key.Count == 0 ? "" : " WITHOUT ROWID";
        Guard(() => this.Execute($"CREATE TABLE {quotedName}\n(\n  {string.Join(",\n  ", columns)}{key}\n){storage};"));
    }

    public override long BulkWrite(string quotedTable, RowReader rows, CancellationToken cancellation, IReadOnlyList<string>? order = null)
    {
        if (Transaction is null)
        {
            return InTransaction(() => BulkWrite(quotedTable, rows, cancellation, order));
        }

        return Guard(() =>
        {
            using var writer = new SqliteBulkWriter(connection, quotedTable, rows.Columns.Select(column => Quote(column.Name)));
            return writer.Write(rows, cancellation);
        });
    }

    public override long? FreeBytes()
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(connection.DataSource)).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public override IDisposable LockModel(string modelName) => new FileLock(connection.DataSource, modelName);

    public override RecException? Explain(Exception error) => SqliteErrors.Explain(error, connection.DataSource);

    // The pragmas want the bare name; the schema of a file is always main.
    private static string BareName(string table) => ObjectName.Split(table)[^1];
}
