using RecTools.Data;

namespace RecTools.Training;

/// <summary>Writes a made-up shop into a database.</summary>
public static class SampleImport
{
    /// <summary>Makes the shop and its tables, in one transaction.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="customers">Customers.</param>
    /// <param name="products">Products.</param>
    /// <param name="seed">Start of all random draws.</param>
    /// <param name="replace">Whether tables of these names are dropped first.</param>
    /// <param name="observer">Hears progress.</param>
    /// <param name="cancellation">Stops it and leaves nothing behind.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="RecException"><c>SampleSizeInvalid</c>, <c>TableExists</c>.</exception>
    public static IReadOnlyList<PublishedTable> Write(
        RecConnection connection, int customers, int products, long seed, bool replace, IRunObserver observer, CancellationToken cancellation)
    {
        using var database = Database.Open(connection);
        var shop = SampleShop.Make(new SampleShopOptions { Customers = customers, Products = products, Seed = seed });
        return database.InTransaction<IReadOnlyList<PublishedTable>>(() => [.. shop.Tables.Select(table => Write(database, table, replace, observer, cancellation))]);
    }

    private static PublishedTable Write(Database database, SampleTable table, bool replace, IRunObserver observer, CancellationToken cancellation)
    {
        observer.Progress($"Writing {table.Name}", 0, table.RowCount);
        using var rows = table.Open();
        return NewTable.Write(database, table.Name, table.Table, rows, replace, "another database", cancellation);
    }
}
