using System.Text;
using Microsoft.Data.Sqlite;
using RecTools.Data;
using SQLitePCL;

namespace RecTools.Benchmarks;

/// <summary>SQLite's own interface, one call a cell.</summary>
internal sealed class BareSqlite : IBareDriver
{
    private readonly SqliteConnection connection;

    public BareSqlite(RecConnection described)
    {
        connection = new SqliteConnection(described.Reveal().ConnectionString);
        connection.Open();
    }

    public int Read(string quotedTable, int[] users, int[] items, float[] values, long[] times)
    {
        raw.sqlite3_prepare_v2(connection.Handle, $"SELECT UserId, ItemId, Rating, RatedAt FROM {quotedTable}", out var statement);
        using (statement)
        {
            var row = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                users[row] = raw.sqlite3_column_int(statement, 0);
                items[row] = raw.sqlite3_column_int(statement, 1);
                values[row] = (float)raw.sqlite3_column_double(statement, 2);
                times[row++] = raw.sqlite3_column_int64(statement, 3);
            }

            return row;
        }
    }

    public void Write(string quotedTable, RowReader rows)
    {
        using var transaction = connection.BeginTransaction();
        raw.sqlite3_prepare_v2(connection.Handle, $"INSERT INTO {quotedTable} VALUES (?, ?, ?, ?, ?, ?)", out var statement);
        using (statement)
        {
            var text = new byte[1024];
            while (rows.Read())
            {
                raw.sqlite3_bind_int64(statement, 1, rows.GetInt64(0));
                raw.sqlite3_bind_int64(statement, 2, rows.GetInt64(1));
                raw.sqlite3_bind_int64(statement, 3, rows.GetInt64(2));
                raw.sqlite3_bind_double(statement, 4, rows.GetDouble(3));
                raw.sqlite3_bind_text(statement, 5, text.AsSpan(0, Encoding.UTF8.GetBytes(rows.GetText(4), text)));
                raw.sqlite3_bind_text(statement, 6, text.AsSpan(0, Encoding.UTF8.GetBytes(rows.GetText(5), text)));
                raw.sqlite3_step(statement);
                raw.sqlite3_reset(statement);
            }
        }

        transaction.Commit();
    }

    public void Dispose() => connection.Dispose();
}
