using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>A SQL Server database.</summary>
internal sealed class SqlServerDatabase : Database
{
    private const string Schema = "rec";

    // As many as a segment of a columnstore holds, for tables of a user's own that have one.
    private const int RowsOfBatch = 1 << 20;
    internal static readonly StatementLibrary Library = new("SqlServer", Schema + ".", "GO\n");
    private readonly SqlConnection connection;
    private readonly ConnectionOptions options;
    private readonly SqlRetryLogicBaseProvider? retryLogic;
    private string? collation;

    public SqlServerDatabase(RecConnection described)
    {
        var (text, credential) = described.Reveal();
        options = described.Options;
        connection = new SqlConnection(text, credential as SqlCredential);
        try
        {
            if (credential is ServerToken token)
            {
                connection.AccessToken = token.Reveal();
            }

            retryLogic = TransientFaults.RetryLogic(options, text => Retrying?.Invoke(text));
            connection.RetryLogicProvider = retryLogic;
            connection.Open();
        }
        catch (Exception error)
        {
            connection.Dispose();
            throw SqlServerErrors.Explain(error, described.ToString()) ?? error;
        }
    }

    public override DbConnection Connection => connection;

    public override bool IsEmbedded => false;

    internal override StatementLibrary Statements => Library;

    private SqlTransaction? SqlTransaction => (SqlTransaction?)Transaction;

    public override string Quote(string identifier) => SqlServerTypes.Quote(identifier);

    public override string QuoteName(string name) => string.Join('.', ObjectName.Split(name).Select(Quote));

    public override string OwnName(string name) => name;

    public override string QuoteOwn(string objectName) => $"{Schema}.{Quote(objectName)}";

    public override string ReadableOwn(string objectName) => $"{Schema}.{(ObjectName.IsPlain(objectName) ? objectName : Quote(objectName))}";

    public override bool TableExists(string table) => Convert.ToInt32(this.Scalar(Library["Schema/TableExists"], ("Name", QuoteName(table))), null) == 1;

    public override IReadOnlyList<ColumnSpec> ColumnsOf(string table) => TableExists(table)
        ? Describe($"SELECT * FROM {QuoteName(table)}")
            ?? throw new RecException("QueryFailed", RecErrorKind.Data, $"The columns of '{table}' cannot be read.", "Check the view's text and the permissions on it.", table)
        : throw TableNotFound(table);

    public override int? CommandTimeout => options.CommandTimeout;

    public override RowReader Query(string sql, CancellationToken cancellation)
    {
        var declared = Describe(sql);
        var isolated = options.Isolation == ReadIsolation.Snapshot && Transaction is null;
        var command = new SqlCommand(sql, connection, SqlTransaction) { CommandTimeout = options.CommandTimeout };
        if (Transaction is null)
        {
            command.RetryLogicProvider = retryLogic;
        }

        try
        {
            SqlServerValues.AddTo(command, QueryParameters);
            if (isolated)
            {
                this.Execute(Library["Session/Snapshot"]);
            }

            // The level belongs to the session, which does more than read.
            return new SqlServerRowReader(command, declared, Explain, cancellation, isolated ? () => this.Execute(Library["Session/ReadCommitted"]) : null);
        }
        catch (Exception error)
        {
            command.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw Explain(error) ?? error;
        }
    }

    public override void CheckQuery(string sql, CancellationToken cancellation) => Guard(() => DescribedColumns(sql));

    public override void CreateTable(string quotedName, TableSpec table) => Guard(() => this.Execute(SqlServerTypes.CreateTable(quotedName, table)));

    public override long BulkWrite(string quotedTable, RowReader rows, CancellationToken cancellation, IReadOnlyList<string>? order = null)
    {
        if (Transaction is null)
        {
            return InTransaction(() => BulkWrite(quotedTable, rows, cancellation, order));
        }

        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.TableLock | SqlBulkCopyOptions.CheckConstraints, SqlTransaction)
        {
            DestinationTableName = quotedTable,
            BulkCopyTimeout = 0,
            BatchSize = RowsOfBatch,
            EnableStreaming = true,
        };
        foreach (var column in rows.Columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        // The server need not sort what comes in its own order; only of numbers is that order ours too.
        if (order is { Count: > 0 } && order.All(name => rows.Columns.Any(column => column.Name == name && column.Kind == CellKind.Int64)))
        {
            foreach (var name in order)
            {
                copy.ColumnOrderHints.Add(name, SortOrder.Ascending);
            }
        }

        using var reader = new BulkRows(rows, cancellation);
        try
        {
            copy.WriteToServer(reader);
        }
        catch (Exception error) when (error is not RecException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Explain(error) ?? error;
        }

        return copy.RowsCopied64;
    }

    public override void Finish(string quotedTable) => this.Execute(Library["Schema/Statistics"].Replace("{Table}", quotedTable, StringComparison.Ordinal));

    public override void CheckWritable()
    {
        var missing = Guard(() => this.Select(static reader => reader.GetString(0), Library["Schema/Permissions"]));
        if (missing.Count > 0)
        {
            throw new RecException(
                "PermissionDenied", RecErrorKind.Access, $"This login lacks what a run needs in {connection.Database}: {string.Join(", ", missing)}.",
                "Have it made a member of the role rec_trainer, which Install-RecSchema makes.", connection.Database);
        }
    }

    public override long? FreeBytes()
    {
        try
        {
            return this.Scalar(Library["Schema/FreeSpace"]) is { } bytes ? Convert.ToInt64(bytes, null) : null;
        }
        catch (SqlException error) when (error.Class < 20)
        {
            // A server that does not tell, or not this login, may have room all the same.
            return null;
        }
    }

    public override IDisposable LockModel(string modelName)
    {
        var resource = $"RecTools:{modelName}";
        var result = Convert.ToInt32(Guard(() => this.Scalar(Library["Lock/Take"], ("Name", resource))), null);
        return result >= 0
            ? new ApplicationLock(() => this.Execute(Library["Lock/Release"], ("Name", resource)))
            : throw new RecException(
                "ModelBusy", RecErrorKind.Busy, $"Another run of the model '{modelName}' is at work in {connection.Database}.",
                "Wait until it has ended, or use another -ModelName.", modelName);
    }

    public override bool IgnoresTrailingBlanks => true;

    public override string? Collation => collation ??= this.Scalar(Library["Schema/Collation"]) as string;

    // Only the server knows what its collations take for one: case, accents, width, kana, blanks.
    public override int[]? FirstOfEqual(IReadOnlyList<string> sorted, string? declared)
    {
        var type = DeclaredType.Or(declared, "nvarchar(4000)");
        var collation = TextEquality.CollationOf(type) ?? Collation;
        if (sorted.Count < 2 || collation is null || collation.Contains("_BIN", StringComparison.OrdinalIgnoreCase) || !ObjectName.IsPlain(collation))
        {
            return null;
        }

        var sql = Library["Schema/SameTexts"].Replace("{Collation}", collation, StringComparison.Ordinal).Replace("{Type}", DeclaredType.WithoutCollation(type), StringComparison.Ordinal);
        var first = Enumerable.Range(0, sorted.Count).ToArray();
        foreach (var (number, same) in Guard(() => this.Select(static reader => (reader.GetInt32(0), reader.GetInt32(1)), sql, ("Texts", JsonSerializer.Serialize(sorted)))))
        {
            first[number] = same;
        }

        return first;
    }

    public override RecException? Explain(Exception error) => SqlServerErrors.Explain(error, $"{connection.DataSource} / {connection.Database}");

    private List<ColumnSpec> DescribedColumns(string sql) =>
        this.Select(SqlServerTypes.Column, Library["Schema/Columns"], ("Query", sql), ("Parameters", SqlServerValues.Declare(QueryParameters)));

    // Null where the server cannot say, as for a query over a temporary table or one that is wrong: running it then tells what is the matter.
    private List<ColumnSpec>? Describe(string sql)
    {
        try
        {
            var columns = DescribedColumns(sql);
            return columns.Count == 0 ? null : columns;
        }
        catch (SqlException error) when (error.Class < 20)
        {
            return null;
        }
    }
}
