using RecTools.Data;

namespace RecTools.Training;

/// <summary>Tables of the user's own that are made whole.</summary>
internal static class NewTable
{
    /// <summary>Makes a table and fills it, within the transaction at hand.</summary>
    /// <param name="database">The database.</param>
    /// <param name="name">Name of the table, as people write it.</param>
    /// <param name="table">Its columns and key.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="replace">Whether there may be one already, which goes.</param>
    /// <param name="otherwise">What to do instead of replacing it, as the end of a sentence.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>TableExists</c>, and what the database throws.</exception>
    public static PublishedTable Write(Database database, string name, TableSpec table, RowReader rows, bool replace, string otherwise, CancellationToken cancellation)
    {
        if (database.TableExists(name) && !replace)
        {
            throw new RecException("TableExists", RecErrorKind.Busy, $"The table '{name}' exists.", $"Give -Force to replace it, or {otherwise}.", name);
        }

        database.DropTable(name);
        database.CreateTable(database.QuoteName(name), table);
        return new PublishedTable(name, database.BulkWrite(database.QuoteName(name), rows, cancellation));
    }
}
