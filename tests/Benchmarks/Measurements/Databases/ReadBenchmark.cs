using RecTools.Algorithms;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>Speed of reading a table of ratings: into the arrays that are trained on, beside a loop that only copies what the driver gives.</summary>
internal sealed class ReadBenchmark : IArgumentBenchmark
{
    private const int Rows = 10_000_000;
    private const string Table = "RecToolsReadBenchmark";

    /// <inheritdoc/>
    public string Name => "read";

    /// <inheritdoc/>
    public string Summary => "ten million rows of a table into the training arrays, beside a bare loop over the driver";

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
        var name = database.QuoteName(Table);
        database.DropTable(Table);
        database.CreateTable(name, RatingRows.Spec);
        using (var rows = new RatingRows(Rows))
        {
            database.BulkWrite(name, rows, CancellationToken.None);
        }

        var (users, items, values, times) = (new int[Rows], new int[Rows], new float[Rows], new long[Rows]);
        var workers = new Workers();
        var sorted = new List<double>();
        DriverComparison.Run(
            report,
            connection.Provider.ToString(),
            Rows,
            () => Stopwatches.Time(() => bare.Read(name, users, items, values, times)).Seconds,
            () =>
            {
                var collector = new InteractionCollector(new IdSpace());
                var source = new InteractionSource { Table = Table };
                var seconds = Stopwatches.Time(() =>
                {
                    using var reader = new PrefetchedRows(database.Query($"SELECT UserId, ItemId, Rating, RatedAt FROM {name}", CancellationToken.None));
                    collector.Read(source, reader, untyped: false, null, CancellationToken.None);
                    return collector.Count;
                }).Seconds;
                sorted.Add(Stopwatches.Time(() => collector.Seal(DuplicatePolicy.Last, workers, out _)).Seconds);
                return seconds;
            });
        report.Add(connection.Provider.ToString(), "sorting by user and item, seconds", sorted.Order().ElementAt(sorted.Count / 2));
        database.DropTable(Table);
    }
}
