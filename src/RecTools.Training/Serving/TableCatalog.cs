using RecTools.Data;

namespace RecTools.Training;

/// <summary>What tables there are, for completion.</summary>
public static class TableCatalog
{
    /// <summary>Names of the tables and views, as they can be given.</summary>
    /// <exception cref="RecException">The database cannot be reached.</exception>
    public static IReadOnlyList<string> Tables(RecConnection connection)
    {
        using var database = Database.Open(connection);
        return database.Guard(database.TableNames);
    }

    /// <summary>Names of a table's columns, with their types.</summary>
    /// <exception cref="RecException">The database cannot be reached, or <c>TableNotFound</c>.</exception>
    public static IReadOnlyList<(string Name, string Type)> Columns(RecConnection connection, string table)
    {
        using var database = Database.Open(connection);
        return [.. database.Guard(() => database.ColumnsOf(table)).Select(column => (column.Name, column.Declared ?? column.Kind.ToString()))];
    }
}
