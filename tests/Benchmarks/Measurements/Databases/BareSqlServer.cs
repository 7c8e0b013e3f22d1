using Microsoft.Data.SqlClient;
using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>SqlClient's data reader, one getter a cell, and its bulk copy.</summary>
internal sealed class BareSqlServer : IBareDriver
{
    private readonly SqlConnection connection;

    public BareSqlServer(RecConnection described)
    {
        var (text, credential) = described.Reveal();
        connection = new SqlConnection(text, credential as SqlCredential);
        connection.Open();
    }

    public int Read(string quotedTable, int[] users, int[] items, float[] values, long[] times)
    {
        using var command = new SqlCommand($"SELECT UserId, ItemId, Rating, RatedAt FROM {quotedTable}", connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader(System.Data.CommandBehavior.SequentialAccess);
        var row = 0;
        while (reader.Read())
        {
            users[row] = reader.GetInt32(0);
            items[row] = reader.GetInt32(1);
            values[row] = reader.GetFloat(2);
            times[row++] = reader.GetInt64(3);
        }

        return row;
    }

    public void Write(string quotedTable, RowReader rows)
    {
        using var transaction = connection.BeginTransaction();
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.TableLock, transaction)
        {
            DestinationTableName = quotedTable,
            BulkCopyTimeout = 0,
            EnableStreaming = true,
        };
        using var reader = new BulkRows(rows, CancellationToken.None);
        copy.WriteToServer(reader);
        transaction.Commit();
    }

    public void Dispose() => connection.Dispose();
}
