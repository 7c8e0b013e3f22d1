namespace RecTools.Data;

/// <summary>
/// The publishing of one run: versioned tables are loaded beside the current ones, then one short transaction points the views at them,
/// makes the stored model current and closes the run. Until then readers see the last publication; if it never comes, the next run sweeps up.
/// </summary>
public sealed class Publication(Database database, long runId, string modelName)
{
    private WriteTransaction? destination;
    private PublishedTable? destinationTable;

    /// <summary>Loads one result into its versioned table, in the order of its key.</summary>
    /// <param name="resultName">Last part of the published name, such as <c>Recommendation</c>.</param>
    /// <param name="table">Columns and key.</param>
    /// <param name="rows">The rows, in key order.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>ObjectNameTaken</c> and what bulk writing throws.</exception>
    public void Load(string resultName, TableSpec table, RowReader rows, CancellationToken cancellation) =>
        Load(resultName, table, name => database.BulkWrite(name, rows, cancellation, table.Key));

    /// <summary>Loads one result into its versioned table: the rows that readers see now, but for those of some ids, and new ones.</summary>
    /// <param name="resultName">Last part of the published name.</param>
    /// <param name="table">Columns and key.</param>
    /// <param name="rows">The new rows, in key order.</param>
    /// <param name="dropped">Ids, in one column of the name and type of the key's first, whose present rows are left behind.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Rows in the table.</returns>
    /// <exception cref="RecException"><c>ObjectNameTaken</c> and what bulk writing throws.</exception>
    public long LoadBeside(string resultName, TableSpec table, RowReader rows, RowReader dropped, CancellationToken cancellation) => Load(resultName, table, name =>
    {
        // The server copies its own rows: they never travel.
        var staged = database.QuoteOwn(database.OwnName($"{modelName}_{resultName}_Dropped_v{runId}"));
        database.CreateTable(staged, new TableSpec(dropped.Columns, []));
        database.BulkWrite(staged, dropped, cancellation);
        var written = database.BulkWrite(name, rows, cancellation);
        written += database.Guard(() => database.Execute(database.Statements["Publication/Carry"]
            .Replace("{Table}", name, StringComparison.Ordinal)
            .Replace("{View}", database.QuoteOwn(database.OwnName($"{modelName}_{resultName}")), StringComparison.Ordinal)
            .Replace("{Dropped}", staged, StringComparison.Ordinal)
            .Replace("{Key}", database.Quote(table.Key[0]), StringComparison.Ordinal)
            .Replace("{Columns}", ColumnList(table), StringComparison.Ordinal)));
        database.Execute(database.Statements["Views/DropTable"].Replace("{Table}", staged, StringComparison.Ordinal));
        return written;
    });

    /// <summary>Compares lists that were loaded with those that readers see now.</summary>
    /// <param name="resultName">Last part of the published name.</param>
    /// <param name="k">Ranks to look at.</param>
    /// <returns>
    /// Users with a list in both, how many of their lists do not hold the same items, users who only have one now, and the sum over users of
    /// items in common / items of the longer list; null where one of the two is missing.
    /// </returns>
    public (long Common, long Changed, long OnlyOld, double OverlapSum)? Compare(string resultName, int k)
    {
        var view = database.OwnName($"{modelName}_{resultName}");
        var table = database.OwnName($"{modelName}_{resultName}_v{runId}");
        return !database.OwnExists(view) || !database.OwnExists(table) ? null : database.Guard(() => database.Select(
            static reader => (
                Common: Convert.ToInt64(reader.GetValue(0), null),
                Changed: Convert.ToInt64(reader.GetValue(1), null),
                OnlyOld: Convert.ToInt64(reader.GetValue(3), null) - Convert.ToInt64(reader.GetValue(0), null),
                OverlapSum: Convert.ToDouble(reader.GetValue(2), null)),
            database.Statements["Publication/Compare"].Replace("{View}", database.QuoteOwn(view), StringComparison.Ordinal).Replace("{Table}", database.QuoteOwn(table), StringComparison.Ordinal),
            ("K", k)).Single());
    }

    /// <summary>Writes rows into a table of the user's own within the transaction of <see cref="Commit"/>; made if it does not exist.</summary>
    /// <exception cref="RecException">What bulk writing throws.</exception>
    public void LoadDestination(string table, DestinationMode mode, TableSpec spec, RowReader rows, CancellationToken cancellation)
    {
        var name = database.QuoteName(table);
        destination = database.BeginTransaction();
        if (!database.TableExists(table))
        {
            database.CreateTable(name, spec);
        }
        else if (spec.Columns.Any(column => column.Optional))
        {
            var existing = database.ColumnsOf(table).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            rows = new SelectedColumns(rows, column => !column.Optional || existing.Contains(column.Name));
            spec = spec with { Columns = rows.Columns };
        }

        var written = mode switch
        {
            DestinationMode.Append => database.BulkWrite(name, rows, cancellation),
            DestinationMode.Replace => Replace(name, rows, cancellation),
            _ => Merge(name, spec, rows, cancellation),
        };
        destinationTable = new PublishedTable(table, written);
    }

    /// <summary>Flips the views, makes the model current, writes metrics and steps, closes the run, all in one transaction; then drops versions beyond <paramref name="keepVersions"/>.</summary>
    /// <returns>What readers now see.</returns>
    public IReadOnlyList<PublishedTable> Commit(RunOutcome outcome, int keepVersions)
    {
        using var transaction = destination ?? database.BeginTransaction();
        var published = database.Guard(() =>
        {
            var tables = new ModelVersions(database, modelName).MakeCurrent(runId, ModelState.Previous);
            new RunStore(database).CloseWithin(runId, outcome);
            return tables;
        });
        transaction.Commit();
        destination = null;
        DropOld(keepVersions);
        return destinationTable is null ? published : [destinationTable, .. published];
    }

    /// <summary>Drops what was loaded.</summary>
    public void Abandon()
    {
        destination?.Dispose();
        destination = null;
        database.InTransaction(() => new ModelVersions(database, modelName).Drop(runId));
    }

    /// <summary>Drops what dead runs of the model left behind. Call only while holding the model's lock.</summary>
    /// <returns>Tables dropped.</returns>
    public static int Sweep(Database database, string modelName) => database.InTransaction(() =>
    {
        var versions = new ModelVersions(database, modelName);
        return versions.All.Where(version => version.State == ModelState.Loading).Sum(version => versions.Drop(version.RunId));
    });

    /// <summary>Puts the publication before the current one back, tables and model: one transaction, under the model's lock.</summary>
    /// <returns>The run now current, and what readers now see.</returns>
    /// <exception cref="RecException"><c>NothingToUndo</c>: no earlier version is kept.</exception>
    public static (long RunId, IReadOnlyList<PublishedTable> Published) Undo(Database database, string modelName) => database.InTransaction(() =>
    {
        var versions = new ModelVersions(database, modelName);
        var previous = versions.Newest(ModelState.Previous) ?? throw new RecException(
            "NothingToUndo", RecErrorKind.NotFound,
            versions.All.Count == 0 ? $"There is no model '{modelName}'." : $"Model '{modelName}' has no earlier version to go back to.",
            "Get-RecModel -AllVersions lists what is kept; -KeepVersions of Invoke-RecTraining says how many are.", modelName);
        return (previous, versions.MakeCurrent(previous, ModelState.Undone));
    });

    private string ColumnList(TableSpec table) => string.Join(", ", table.Columns.Select(column => database.Quote(column.Name)));

    private long Load(string resultName, TableSpec table, Func<string, long> fill)
    {
        var view = database.OwnName($"{modelName}_{resultName}");
        var name = database.OwnName($"{modelName}_{resultName}_v{runId}");
        RequireOurs(view);

        // Registered before it is made: a run that dies in between leaves nothing that nobody knows of.
        database.InTransaction(() => database.Execute(
            database.Statements["Publication/Insert"],
            ("RunId", runId),
            ("ModelName", modelName),
            ("ResultName", resultName),
            ("ViewName", view),
            ("TableName", name),
            ("ColumnList", ColumnList(table))));
        return database.InTransaction(() =>
        {
            database.CreateTable(database.QuoteOwn(name), table);
            var written = fill(database.QuoteOwn(name));
            database.Finish(database.QuoteOwn(name));
            database.Execute(database.Statements["Publication/SetRows"], ("RowsLoaded", written), ("RunId", runId), ("ResultName", resultName));
            return written;
        });
    }

    // Apart from the flip: dropping waits for readers of the old tables, and the new ones need not.
    private void DropOld(int keepVersions) => database.InTransaction(() =>
    {
        var versions = new ModelVersions(database, modelName);
        var old = versions.All.Where(version => version.State == ModelState.Previous).Skip(Math.Max(0, keepVersions - 1))
            .Concat(versions.All.Where(version => version.State == ModelState.Undone));
        return old.Sum(version => versions.Drop(version.RunId));
    });

    private long Replace(string name, RowReader rows, CancellationToken cancellation)
    {
        database.Guard(() => database.Execute(database.Statements["Destination/Clear"].Replace("{Table}", name, StringComparison.Ordinal)));
        return database.BulkWrite(name, rows, cancellation);
    }

    // Lists may have become shorter, so all rows of a user who has new ones go before the new ones come.
    private long Merge(string name, TableSpec spec, RowReader rows, CancellationToken cancellation)
    {
        var staged = database.OwnName($"{modelName}_Staged_v{runId}");
        database.CreateTable(database.QuoteOwn(staged), spec);
        var written = database.BulkWrite(database.QuoteOwn(staged), rows, cancellation);
        foreach (var statement in new[] { "Destination/DeleteStaged", "Destination/InsertStaged", "Views/DropTable" })
        {
            database.Guard(() => database.Execute(database.Statements[statement]
                .Replace("{Table}", database.QuoteOwn(staged), StringComparison.Ordinal)
                .Replace("{Key}", database.Quote(spec.Columns[0].Name), StringComparison.Ordinal)
                .Replace("{Columns}", ColumnList(spec), StringComparison.Ordinal)

                // Last: the user's own name may hold anything, even what stands for another.
                .Replace("{Destination}", name, StringComparison.Ordinal)));
        }

        return written;
    }

    private void RequireOurs(string view)
    {
        if (!database.OwnExists(view))
        {
            return;
        }

        var known = database.Select(PublicationRow.From, database.Statements["Publication/All"]);
        if (!known.Exists(row => row.ViewName.Equals(view, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RecException(
                "ObjectNameTaken", RecErrorKind.Busy, $"There is a {database.ReadableOwn(view)} already that RecTools did not make.",
                "Rename it, or use another -ModelName.", view);
        }
    }
}
