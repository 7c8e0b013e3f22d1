using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Speed of publishing recommendations: loaded into a versioned table and flipped to, beside a loop that only inserts them.</summary>
internal sealed class PublishBenchmark : IArgumentBenchmark
{
    private const int Rows = 5_000_000;
    private const string Model = "RecToolsPublishBenchmark";
    private const string Table = "RecToolsPublishBenchmarkBare";

    /// <inheritdoc/>
    public string Name => "publish";

    /// <inheritdoc/>
    public string Summary => "five million rows of recommendations published, beside a bare loop over the driver";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        using var file = new TemporaryDatabase();
        using var bare = new BareSqlite(file.Connection);
        Run(report, file.Connection, bare);
    }

    /// <inheritdoc/>
    public string Argument => "a connection string runs it on SQL Server";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report, string argument)
    {
        var server = Connections.FromString(argument);
        using var bare = new BareSqlServer(server);
        Run(report, server, bare);
    }

    private static void Run(BenchmarkReport report, RecConnection connection, IBareDriver bare)
    {
        using var database = Database.Open(connection);
        SchemaInstaller.Install(database);
        DriverComparison.Run(report, connection.Provider.ToString(), Rows, () => WriteBare(database, bare), () => Publish(database));
        new ModelStore(database).Remove(Model);
        database.DropTable(Table);
    }

    private static double WriteBare(Database database, IBareDriver bare)
    {
        var name = database.QuoteName(Table);
        database.DropTable(Table);
        return Stopwatches.Time(() =>
        {
            database.CreateTable(name, ListRows.Spec);
            using var rows = new ListRows(Rows);
            bare.Write(name, rows);
            return 0;
        }).Seconds;
    }

    private static double Publish(Database database)
    {
        new ModelStore(database).Remove(Model);
        return Stopwatches.Time(() =>
        {
            var runId = new RunStore(database).Begin(Model, "Popularity", "{}", DateTime.UtcNow);
            new ModelStore(database).Add(Model, runId, "Popularity", 1, [1]);
            var publication = new Publication(database, runId, Model);
            using var rows = new ListRows(Rows);
            publication.Load("Recommendation", ListRows.Spec, rows, CancellationToken.None);
            return publication.Commit(new RunOutcome { Status = RunStatus.Succeeded, EndedAt = DateTime.UtcNow }, keepVersions: 1);
        }).Seconds;
    }
}
