using System.Data.Common;

namespace RecTools.Data;

/// <summary>Small statements with values as parameters.</summary>
internal static class Parameters
{
    /// <summary>A command with its values.</summary>
    public static DbCommand Command(this Database database, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = database.Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = database.Transaction;
        command.CommandTimeout = database.CommandTimeout;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                Enum named => named.ToString(),
                _ => value,
            };
            if (value is byte[])
            {
                parameter.DbType = System.Data.DbType.Binary;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows touched.</returns>
    public static int Execute(this Database database, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = database.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>First cell of the first row; null for NULL or no row.</summary>
    public static object? Scalar(this Database database, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = database.Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public static List<T> Select<T>(
        this Database database, Func<DbDataReader, T> make, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = database.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(make(reader));
        }

        return rows;
    }

    /// <summary>A cell that may be empty.</summary>
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A cell that may be empty.</summary>
    public static double? DoubleOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    /// <summary>A point in time, which the tables hold in UTC.</summary>
    public static DateTime Utc(this DbDataReader reader, int column) => DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
}
