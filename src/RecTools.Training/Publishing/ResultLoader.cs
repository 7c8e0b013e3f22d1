using RecTools.Data;

namespace RecTools.Training;

/// <summary>Bulk-loads result tables into a publication, counting the rows.</summary>
/// <param name="publication">The publication.</param>
/// <param name="observer">Hears progress.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ResultLoader(Publication publication, IRunObserver observer, CancellationToken cancellation)
{
    /// <summary>Hears progress.</summary>
    public IRunObserver Observer => observer;

    /// <summary>Loads one result.</summary>
    /// <param name="result">Last part of the published name, such as <c>Recommendation</c>.</param>
    /// <param name="rows">The rows, in the order of the table's key.</param>
    /// <param name="expected">Rows to come, for the progress; 0 where that is not known.</param>
    /// <returns>Rows written.</returns>
    public long Load(string result, ResultRows rows, long expected) =>
        Write(rows, expected, counted => publication.Load(result, rows.Table, counted, cancellation));

    /// <summary>Loads one result as readers see it now, but for the rows of some ids, and new ones.</summary>
    /// <param name="result">Last part of the published name.</param>
    /// <param name="rows">The new rows.</param>
    /// <param name="dropped">Ids whose present rows are left behind.</param>
    /// <returns>Rows in the new version.</returns>
    public long LoadBeside(string result, ResultRows rows, IdRows dropped) => publication.LoadBeside(result, rows.Table, rows, dropped, cancellation);

    /// <summary>Writes rows into a table of the user's own; comes after all others, since it is written in the transaction that the flip ends.</summary>
    /// <inheritdoc cref="Load"/>
    public long LoadDestination(string table, DestinationMode mode, ResultRows rows, long expected) =>
        Write(rows, expected, counted => publication.LoadDestination(table, mode, rows.Table, counted, cancellation));

    private long Write(ResultRows rows, long expected, Action<CountedRows> write)
    {
        using var counted = new CountedRows(rows, done => observer.Progress("Publish", done, expected));
        write(counted);
        return counted.Count;
    }
}
