using RecTools.Data;

namespace RecTools.Training;

/// <summary>Opens whatever a source names: a table, a query or a file.</summary>
internal static class SourceOpener
{
    /// <summary>Opens a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="policy">How the rows will be looked at.</param>
    /// <param name="cancellation">Cancels the query.</param>
    /// <exception cref="RecException"><c>ConnectionNeeded</c>, <c>TableNotFound</c>, <c>QueryFailed</c>, <c>FileNotFound</c> and their like.</exception>
    public static RowReader Open(InteractionSource source, Database? database, LinePolicy policy, CancellationToken cancellation) =>
        Open(source, database, columns => ColumnPicker.Pick(source, columns, policy.Baskets).Needed, cancellation);

    /// <summary>Opens a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="needed">Tells which columns of a table are needed.</param>
    /// <param name="cancellation">Cancels the query.</param>
    /// <exception cref="RecException"><c>ConnectionNeeded</c>, <c>TableNotFound</c>, <c>QueryFailed</c>, <c>FileNotFound</c> and their like.</exception>
    public static RowReader Open(
        InteractionSource source, Database? database, Func<IReadOnlyList<ColumnSpec>, IEnumerable<int>> needed, CancellationToken cancellation)
    {
        if (source.Objects is { } objects)
        {
            return new ObjectRows(objects);
        }

        if (source.Path is not null)
        {
            return source.BasketPerLine ? new BasketLineReader(source) : new DelimitedFileReader(source);
        }

        if (database is null)
        {
            throw RecException.Configuration(
                "ConnectionNeeded", $"{source} can only be read through a database, and none is connected.",
                "Run Connect-RecDatabase first, or give -Connection.", source.ToString());
        }

        if (source.StoredModel is not null)
        {
            return StoredRows.Open(source, database);
        }

        return new PrefetchedRows(database.Query(source.Query ?? SelectNeeded(source, database, needed), cancellation));
    }

    // Only the columns that are needed travel; wide order tables are common.
    private static string SelectNeeded(InteractionSource source, Database database, Func<IReadOnlyList<ColumnSpec>, IEnumerable<int>> needed)
    {
        var columns = database.ColumnsOf(source.Table!);
        return $"SELECT {string.Join(", ", needed(columns).Select(place => database.Quote(columns[place].Name)))} FROM {database.QuoteName(source.Table!)}";
    }
}
