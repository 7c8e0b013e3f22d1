namespace RecTools.Data;

/// <summary>All versions of one model with their tables, and what can be done with them. Works within whatever transaction is open.</summary>
internal sealed class ModelVersions
{
    private readonly Database database;

    /// <summary>Reads what there is.</summary>
    public ModelVersions(Database database, string modelName)
    {
        this.database = database;
        All = database.Select(
            static reader => (reader.GetInt64(0), Enum.Parse<ModelState>(reader.GetString(1))), database.Statements["Model/Versions"], ("Name", modelName));
        Publications = database.Select(PublicationRow.From, database.Statements["Publication/Find"], ("ModelName", modelName));
    }

    /// <summary>Versions, newest first.</summary>
    public IReadOnlyList<(long RunId, ModelState State)> All { get; }

    /// <summary>Tables of all versions.</summary>
    public IReadOnlyList<PublicationRow> Publications { get; }

    /// <summary>Tables of one version.</summary>
    public IEnumerable<PublicationRow> TablesOf(long runId) => Publications.Where(row => row.RunId == runId);

    /// <summary>The newest version in a state; null if there is none.</summary>
    public long? Newest(ModelState state)
    {
        foreach (var (runId, own) in All)
        {
            if (own == state)
            {
                return runId;
            }
        }

        return null;
    }

    /// <summary>Makes one version current in place of the one that is, which takes the state given; the views show its tables, and no others are left.</summary>
    /// <returns>What readers now see.</returns>
    public IReadOnlyList<PublishedTable> MakeCurrent(long runId, ModelState stateOfOld)
    {
        if (Newest(ModelState.Current) is { } old && old != runId)
        {
            database.Execute(database.Statements["Model/SetState"], ("State", stateOfOld), ("RunId", old));
        }

        database.Execute(database.Statements["Model/SetState"], ("State", ModelState.Current), ("RunId", runId));
        var published = new List<PublishedTable>();
        foreach (var row in TablesOf(runId))
        {
            database.Execute(database.Statements["Views/Point"]
                .Replace("{View}", database.QuoteOwn(row.ViewName), StringComparison.Ordinal)
                .Replace("{Columns}", row.Columns, StringComparison.Ordinal)
                .Replace("{Table}", database.QuoteOwn(row.TableName), StringComparison.Ordinal));
            if (database.Statements.Find("Views/Grant") is { } grant)
            {
                database.Execute(grant, ("Name", row.ViewName));
            }

            published.Add(new PublishedTable(database.ReadableOwn(row.ViewName), row.RowsLoaded));
        }

        // A result that this version does not have must not go on showing another version's.
        var shown = TablesOf(runId).Select(row => row.ViewName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var view in Publications.Select(row => row.ViewName).Distinct(StringComparer.OrdinalIgnoreCase).Where(view => !shown.Contains(view)))
        {
            DropView(view);
        }

        return published;
    }

    /// <summary>Drops a view.</summary>
    public void DropView(string view) =>
        database.Execute(database.Statements["Views/Drop"].Replace("{View}", database.QuoteOwn(view), StringComparison.Ordinal));

    /// <summary>Drops a version: its tables and its stored content. No view may show them any more.</summary>
    /// <returns>Tables dropped.</returns>
    public int Drop(long runId)
    {
        var tables = TablesOf(runId).ToArray();
        foreach (var row in tables)
        {
            database.Execute(database.Statements["Views/DropTable"].Replace("{Table}", database.QuoteOwn(row.TableName), StringComparison.Ordinal));
            database.Execute(database.Statements["Publication/Delete"], ("RunId", runId), ("ResultName", row.ResultName));
        }

        database.Execute(database.Statements["Model/Delete"], ("RunId", runId));
        return tables.Length;
    }
}
