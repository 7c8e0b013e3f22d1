using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecTools.Data;

/// <summary>One prepared INSERT, bound and stepped through SQLite's own interface, within the transaction that is open.</summary>
internal sealed class SqliteBulkWriter : IDisposable
{
    private const int RowsBetweenChecks = 1 << 12;
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[512];

    public SqliteBulkWriter(SqliteConnection connection, string quotedTable, IEnumerable<string> quotedColumns)
    {
        handle = connection.Handle!;
        var columns = quotedColumns.ToArray();
        var marks = string.Join(", ", Enumerable.Repeat("?", columns.Length));
        var sql = $"INSERT INTO {quotedTable} ({string.Join(", ", columns)}) VALUES ({marks});";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, sql, out statement), handle);
    }

    /// <summary>Writes all rows.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; the transaction must be rolled back.</exception>
    public long Write(RowReader rows, CancellationToken cancellation)
    {
        var columns = rows.Columns.Count;
        long written = 0;
        while (rows.Read())
        {
            for (var column = 0; column < columns; column++)
            {
                Bind(rows, column);
            }

            var result = raw.sqlite3_step(statement);
            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, handle);
            }

            raw.sqlite3_reset(statement);
            if ((++written & (RowsBetweenChecks - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return written;
    }

    public void Dispose() => statement.Dispose();

    private void Bind(RowReader rows, int column)
    {
        var place = column + 1;
        switch (rows.Kind(column))
        {
            case CellKind.Null:
                raw.sqlite3_bind_null(statement, place);
                break;
            case CellKind.Int64:
                raw.sqlite3_bind_int64(statement, place, rows.GetInt64(column));
                break;
            case CellKind.Float64:
                raw.sqlite3_bind_double(statement, place, rows.GetDouble(column));
                break;
            case CellKind.Text:
                BindText(place, rows.GetText(column));
                break;
            case CellKind.Guid:
                Span<char> guid = stackalloc char[36];
                rows.GetGuid(column).TryFormat(guid, out _);
                BindText(place, guid);
                break;
            case CellKind.Time:
                // As SQLite's date functions read it.
                Span<char> time = stackalloc char[32];
                var moment = new DateTime(rows.GetTicks(column), DateTimeKind.Utc);
                moment.TryFormat(time, out var length, "yyyy-MM-dd HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);
                BindText(place, time[..length]);
                break;
            default:
                raw.sqlite3_bind_blob(statement, place, rows.GetBytes(column));
                break;
        }
    }

    private void BindText(int place, ReadOnlySpan<char> value)
    {
        if (text.Length < value.Length * 3)
        {
            text = new byte[value.Length * 4];
        }

        var length = Encoding.UTF8.GetBytes(value, text);
        raw.sqlite3_bind_text(statement, place, text.AsSpan(0, length));
    }
}
