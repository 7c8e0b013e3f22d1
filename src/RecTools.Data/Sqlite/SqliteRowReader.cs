using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecTools.Data;

/// <summary>Streams a query through SQLite's own interface: no object a row, no string a cell. Numbers are taken over as a row comes, text when asked for.</summary>
internal sealed class SqliteRowReader : RowReader
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private readonly string file;
    private readonly CancellationToken cancellation;
    private readonly CancellationTokenRegistration registration;
    private readonly CellKind[] declared;
    private readonly nint statementHandle;
    private readonly nint connectionLock;
    private readonly int[] types;
    private readonly long[] numbers;
    private char[] text = new char[256];
    private bool hasPeeked;
    private int peeked;

    /// <summary>Begins a query.</summary>
    /// <exception cref="SqliteException">The statement is wrong.</exception>
    /// <exception cref="RecException"><c>QueryWrites</c>: the statement is not a SELECT. <c>QueryParameterMissing</c>: it has a parameter without a value.</exception>
    public SqliteRowReader(SqliteConnection connection, string sql, IReadOnlyDictionary<string, object?> values, CancellationToken cancellation)
    {
        handle = connection.Handle!;
        file = connection.DataSource;
        this.cancellation = cancellation;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, sql, out statement, out var rest), handle);
        try
        {
            if (statement.IsInvalid || raw.sqlite3_stmt_readonly(statement) == 0 || raw.sqlite3_column_count(statement) == 0 || !IsBlank(rest))
            {
                throw RecException.Configuration(
                    "QueryWrites", "The query is not one SELECT statement; a source is only ever read.", "Give one SELECT, or one WITH ... SELECT.", sql);
            }

            SqliteValues.Bind(statement, values);
            (statementHandle, connectionLock) = (statement.DangerousGetHandle(), SqliteCells.LockOf(handle.DangerousGetHandle()));
            registration = cancellation.Register(() => raw.sqlite3_interrupt(handle));

            // The first row tells what columns without a declared type hold.
            peeked = Step();
            hasPeeked = true;
            var count = raw.sqlite3_column_count(statement);
            (declared, types, numbers) = (new CellKind[count], new int[count], new long[count]);
            Columns = [.. Enumerable.Range(0, declared.Length).Select(Describe)];
        }
        catch
        {
            registration.Dispose();
            statement.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<ColumnSpec> Columns { get; }

    public override bool Read()
    {
        var result = hasPeeked ? peeked : Step();
        hasPeeked = false;
        if (result != raw.SQLITE_ROW)
        {
            return false;
        }

        TakeCells();
        return true;
    }

    public override CellKind Kind(int column) => types[column] switch
    {
        raw.SQLITE_NULL => CellKind.Null,
        raw.SQLITE_TEXT => CellKind.Text,
        raw.SQLITE_BLOB => CellKind.Blob,

        // A number within a column of text is text too: SQLite lets a column hold anything.
        _ when declared[column] == CellKind.Text => CellKind.Text,
        raw.SQLITE_INTEGER => CellKind.Int64,
        _ => CellKind.Float64,
    };

    public override long GetInt64(int column) => types[column] == raw.SQLITE_INTEGER ? numbers[column] : raw.sqlite3_column_int64(statement, column);

    public override double GetDouble(int column) =>
        types[column] == raw.SQLITE_FLOAT ? BitConverter.Int64BitsToDouble(numbers[column]) : raw.sqlite3_column_double(statement, column);

    public override ReadOnlySpan<char> GetText(int column)
    {
        var bytes = types[column] == raw.SQLITE_TEXT
            ? raw.sqlite3_column_blob(statement, column)
            : Encoding.UTF8.GetBytes(raw.sqlite3_column_text(statement, column).utf8_to_string());
        if (text.Length < bytes.Length)
        {
            text = new char[bytes.Length * 2];
        }

        return text.AsSpan(0, Encoding.UTF8.GetChars(bytes, text));
    }

    public override ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(statement, column);

    protected override void Dispose(bool disposing)
    {
        registration.Dispose();
        statement.Dispose();
        base.Dispose(disposing);
    }

    // SQLite wants the connection's lock held while values are looked at; one holding serves the whole row.
    private void TakeCells()
    {
        SqliteCells.Enter(connectionLock);
        for (var column = 0; column < types.Length; column++)
        {
            var value = SqliteCells.Value(statementHandle, column);
            var type = SqliteCells.Type(value);
            types[column] = type;
            if (type == raw.SQLITE_INTEGER)
            {
                numbers[column] = SqliteCells.Int64(value);
            }
            else if (type == raw.SQLITE_FLOAT)
            {
                numbers[column] = BitConverter.DoubleToInt64Bits(SqliteCells.Double(value));
            }
        }

        SqliteCells.Leave(connectionLock);
    }

    private int Step()
    {
        cancellation.ThrowIfCancellationRequested();
        var result = SqliteCells.Step(statementHandle);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result;
        }

        cancellation.ThrowIfCancellationRequested();
        try
        {
            SqliteException.ThrowExceptionForRC(result, handle);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.OfQuery(error, file);
        }

        return result;
    }

    private ColumnSpec Describe(int column)
    {
        var declaration = raw.sqlite3_column_decltype(statement, column).utf8_to_string();
        var first = peeked == raw.SQLITE_ROW ? raw.sqlite3_column_type(statement, column) : raw.SQLITE_NULL;
        declared[column] = SqliteTypes.KindOf(declaration) ?? first switch
        {
            raw.SQLITE_INTEGER => CellKind.Int64,
            raw.SQLITE_FLOAT => CellKind.Float64,
            raw.SQLITE_BLOB => CellKind.Blob,
            raw.SQLITE_TEXT => CellKind.Text,
            _ => CellKind.Null,
        };
        var name = raw.sqlite3_column_name(statement, column).utf8_to_string();
        return new ColumnSpec(name, declared[column], string.IsNullOrEmpty(declaration) ? null : declaration, Nullable: true);
    }

    private static bool IsBlank(string? rest) => string.IsNullOrWhiteSpace(rest?.Trim().TrimEnd(';'));
}
