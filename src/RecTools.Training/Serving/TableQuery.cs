using RecTools.Data;

namespace RecTools.Training;

/// <summary>Rows of a SELECT as plain values.</summary>
public static class TableQuery
{
    /// <summary>Runs a SELECT and hands out its rows one by one.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="sql">One SELECT statement.</param>
    /// <param name="parameters">Values of its parameters, by name without @.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The names of the columns, and after them the values of each row in an array of its own.</returns>
    /// <exception cref="RecException"><c>QueryFailed</c>, <c>QueryWrites</c>, <c>TableNotFound</c>.</exception>
    public static IEnumerable<object?[]> Run(RecConnection connection, string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellation)
    {
        using var database = QuerySource.Open(connection, parameters, SilentObserver.Instance);
        using var rows = database.Query(sql, cancellation);
        yield return [.. rows.Columns.Select(column => column.Name)];
        while (rows.Read())
        {
            var values = new object?[rows.Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows.Kind(i) switch
                {
                    CellKind.Null => null,
                    CellKind.Int64 => rows.GetInt64(i),
                    CellKind.Float64 => rows.GetDouble(i),
                    CellKind.Text => rows.GetText(i).ToString(),
                    CellKind.Guid => rows.GetGuid(i),
                    CellKind.Time => new DateTime(rows.GetTicks(i), DateTimeKind.Utc),
                    _ => rows.GetBytes(i).ToArray(),
                };
            }

            yield return values;
        }
    }
}
