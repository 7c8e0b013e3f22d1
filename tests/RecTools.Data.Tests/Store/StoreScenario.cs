using RecTools.Data;

namespace RecTools.Tests;

/// <summary>The life of published results, the same for every kind of database.</summary>
internal sealed class StoreScenario(Database database)
{
    private static readonly ColumnSpec[] Columns = [new("UserId", CellKind.Int64), new("Rank", CellKind.Int64), new("Reason", CellKind.Text)];

    public static TableSpec Table { get; } = new(Columns, ["UserId", "Rank"]);

    public string View => database.QuoteOwn(database.OwnName("Shop_Recommendation"));

    public static RowReader Rows(int users, string reason) =>
        new GivenRows(Columns, [.. Enumerable.Range(1, users).Select(user => new object?[] { (long)user, 1L, reason })]);

    public Publication Begin(out long runId, byte[]? content = null)
    {
        runId = new RunStore(database).Begin("Shop", "Bias", "{}", DateTime.UtcNow);
        new ModelStore(database).Add("Shop", runId, "Bias", 1, content ?? [1, 2, 3]);
        return new Publication(database, runId, "Shop");
    }

    public long Publish(int users, string reason, int keep = 3, bool similar = false)
    {
        var publication = Begin(out var runId);
        publication.Load("Recommendation", Table, Rows(users, reason), CancellationToken.None);
        if (similar)
        {
            publication.Load("SimilarItem", Table, Rows(1, reason), CancellationToken.None);
        }

        publication.Commit(Outcome, keep);
        return runId;
    }

    /// <summary>Publishes new rows for some users beside those that readers see of the others.</summary>
    public void PublishBeside(int[] dropped, int[] fresh, string reason)
    {
        var publication = Begin(out _);
        var rows = new GivenRows(Columns, [.. fresh.Select(user => new object?[] { (long)user, 1L, reason })]);
        var left = new GivenRows([Columns[0]], [.. dropped.Select(user => new object?[] { (long)user })]);
        publication.LoadBeside("Recommendation", Table, rows, left, CancellationToken.None);
        publication.Commit(Outcome, 3);
    }

    public static RunOutcome Outcome { get; } = new()
    {
        Status = RunStatus.Succeeded,
        EndedAt = DateTime.UtcNow,
        RowsRead = 10,
        Metrics = [new MetricValue("Holdout", "RMSE", null, 0.9, 0.8, 1), new MetricValue("Holdout", "nDCG", 10, 0.3, null, null)],
        Steps = [new TrainingStep(1, 5.5, 0.1), new TrainingStep(2, 4.5, 0.2, "RMSE", 0.93)],
        Rejected = [new RejectedRows("value is NULL", 2, "UserId=1")],
    };

    public (long Count, string? Reason) Published() => (
        Convert.ToInt64(database.Scalar($"SELECT COUNT(*) FROM {View}"), null), database.Scalar($"SELECT MAX(Reason) FROM {View}") as string);

    /// <summary>Publishes, undoes, dies and sweeps.</summary>
    public void Run()
    {
        SchemaInstaller.Install(database);
        Assert.True(SchemaInstaller.IsInstalled(database));
        var first = Publish(3, "first", similar: true);
        Assert.Equal((3, "first"), Published());
        var second = Publish(4, "second");
        Assert.Equal((4, "second"), Published());
        Assert.False(database.OwnExists(database.OwnName("Shop_SimilarItem")));

        // Loaded, but not committed: readers see nothing of it, and the next one sweeps it.
        Begin(out var dead).Load("Recommendation", Table, Rows(9, "dead"), CancellationToken.None);
        Assert.Equal((4, "second"), Published());
        Assert.Equal(1, Publication.Sweep(database, "Shop"));
        Assert.False(database.OwnExists(database.OwnName($"Shop_Recommendation_v{dead}")));
        Assert.Equal(1, new RunStore(database).CloseAbandoned("Shop", 0));

        var (runId, tables) = Publication.Undo(database, "Shop");
        Assert.Equal((first, 2), (runId, tables.Count));
        Assert.Equal((3, "first"), Published());
        Assert.True(database.OwnExists(database.OwnName("Shop_SimilarItem")));
        Assert.Throws<RecException>(() => Publication.Undo(database, "Shop"));

        Publish(5, "third", keep: 1);
        Assert.Equal((5, "third"), Published());
        Assert.False(database.OwnExists(database.OwnName($"Shop_Recommendation_v{first}")));
        Assert.False(database.OwnExists(database.OwnName($"Shop_Recommendation_v{second}")));

        PublishBeside([2, 4], [4, 9], "anew");
        Assert.Equal(5, Published().Count);
        Assert.Equal("1 third, 3 third, 4 anew, 5 third, 9 anew", string.Join(", ", database.Select(reader => $"{reader.GetInt64(0)} {reader.GetString(1)}", $"SELECT UserId, Reason FROM {View} ORDER BY UserId")));
        Publication.Undo(database, "Shop");
        Assert.Equal((5, "third"), Published());

        var runs = new RunStore(database).Find("sh*", null, 0, detail: true);
        Assert.Equal(5, runs.Count);
        Assert.Equal([false, true, false, false, false], runs.Select(run => run.IsCurrent));
        Assert.Equal("RunAbandoned", runs.Single(run => run.RunId == dead).ErrorId);
        Assert.Equal(2, runs[0].Metrics.Length);
        Assert.Contains(new MetricValue("Holdout", "RMSE", null, 0.9, 0.8, 1), runs[0].Metrics);
        Assert.Equal([new TrainingStep(1, 5.5, 0.1), new TrainingStep(2, 4.5, 0.2, "RMSE", 0.93)], runs[0].Steps);
        Assert.Equal([new RejectedRows("value is NULL", 2, "UserId=1")], runs[0].Rejected);
        Assert.Equal([1, 2, 3], new ModelStore(database).Load("Shop").Content);

        Assert.True(new ModelStore(database).Remove("Shop"));
        Assert.False(database.OwnExists(database.OwnName("Shop_Recommendation")));
        Assert.False(new ModelStore(database).Remove("Shop"));
        SchemaInstaller.Uninstall(database);
        Assert.False(SchemaInstaller.IsInstalled(database));
        SchemaInstaller.Install(database);
        Assert.Equal(SchemaInstaller.Install(database).Before, SchemaInstaller.Install(database).After);
        SchemaInstaller.Uninstall(database);
    }
}
