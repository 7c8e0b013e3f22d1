namespace RecTools.Data;

/// <summary>
/// The publishing of one run: versioned tables are loaded beside the current ones, then one short transaction points the views at them,
/// makes the stored model current and closes the run. Until then readers see the last publication; if it never comes, the next run sweeps up.
/// </summary>
public sealed class Publication(Database database, long runId, string modelName)
{
    /// <summary>Loads one result into its versioned table and indexes it.</summary>
    /// <param name="resultName">Last part of the published name, such as <c>Recommendation</c>.</param>
    /// <param name="table">Columns and key.</param>
    /// <param name="rows">The rows, in key order.</param>
    /// <param name="progress">Hears rows written.</param>
    /// <param name="cancellation">Stops it; what was loaded is dropped.</param>
    public void Load(string resultName, TableSpec table, RowReader rows, Action<long>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Writes rows into a table of the user's own within the transaction of <see cref="Commit"/>; made if it does not exist.</summary>
    public void LoadDestination(
        string destination, DestinationMode mode, TableSpec table, RowReader rows, Action<long>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Flips the views, makes the model current, writes metrics and steps, closes the run, all in one transaction; then drops versions beyond <paramref name="keepVersions"/>.</summary>
    /// <returns>What readers now see.</returns>
    public IReadOnlyList<PublishedTable> Commit(RunOutcome outcome, int keepVersions) => throw new NotImplementedException();

    /// <summary>Drops what was loaded.</summary>
    public void Abandon() => throw new NotImplementedException();

    /// <summary>Drops what dead runs of the model left behind. Call only while holding the model's lock.</summary>
    /// <returns>Tables dropped.</returns>
    public static int Sweep(Database database, string modelName) => throw new NotImplementedException();

    /// <summary>Puts the publication before the current one back, tables and model: one transaction, under the model's lock.</summary>
    /// <returns>The run now current, and what readers now see.</returns>
    /// <exception cref="RecException"><c>NothingToUndo</c>: no earlier version is kept.</exception>
    public static (long RunId, IReadOnlyList<PublishedTable> Published) Undo(Database database, string modelName) => throw new NotImplementedException();
}
