using RecTools.Data;

namespace RecTools.Training;

/// <summary>Opens whatever a source names: a table, a query or a file.</summary>
internal static class SourceOpener
{
    /// <summary>Opens a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="cancellation">Cancels the query.</param>
    /// <exception cref="RecException"><c>ConnectionNeeded</c>, <c>TableNotFound</c>, <c>QueryFailed</c>, <c>FileNotFound</c> and their like.</exception>
    public static RowReader Open(InteractionSource source, Database? database, CancellationToken cancellation)
    {
        if (source.Path is not null)
        {
            return new DelimitedFileReader(source);
        }

        if (database is null)
        {
            throw RecException.Configuration(
                "ConnectionNeeded", $"{source} can only be read through a database, and none is connected.",
                "Run Connect-RecDatabase first, or give -Connection.", source.ToString());
        }

        return database.Query(source.Query ?? SelectNeeded(source, database), cancellation);
    }

    // Only the columns that are needed travel; wide order tables are common.
    private static string SelectNeeded(InteractionSource source, Database database)
    {
        var columns = database.ColumnsOf(source.Table!);
        var pick = ColumnPicker.Pick(source, columns);
        var needed = new[] { pick.User, pick.Item, pick.Value, pick.Time }.Where(place => place >= 0).Distinct();
        return $"SELECT {string.Join(", ", needed.Select(place => database.Quote(columns[place].Name)))} FROM {database.QuoteName(source.Table!)}";
    }
}
