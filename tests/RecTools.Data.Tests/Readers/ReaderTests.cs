using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Readers that never pause while new versions are published; the same for every kind of database.</summary>
/// <param name="make">Makes an empty database, or skips the test.</param>
public abstract class ReaderTests(Func<TestDatabase> make)
{
    private const string Model = "RecToolsRead";
    private const int Publications = 50;
    private const int Readers = 3;

    [Fact]
    public async Task Readers_in_a_loop_see_whole_versions_only_and_none_fails_during_fifty_publications()
    {
        using var test = make();
        using var writer = test.Open();
        SchemaInstaller.Install(writer);
        var first = Publish(writer);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () => ReadOn(test, done.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var last = first;
        for (var i = 0; i < Publications; i++)
        {
            last = Publish(writer);
        }

        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.Equal(first + Publications, last);

        // Readers that stood still, or saw one version only, would prove nothing.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen.Select(reader => $"{reader.Count} reads of {reader.Distinct().Count()} versions")));
        Assert.All(seen, reader => Assert.True(reader.Count >= Publications / 2 && reader.Distinct().Count() >= Publications / 10, $"{reader.Count} reads of {reader.Distinct().Count()} versions"));
        Assert.All(seen.SelectMany(reader => reader), run => Assert.InRange(run, first, last));
        Assert.All(seen, reader => Assert.Equal(reader.Order(), reader));
    }

    private static long Publish(Database database)
    {
        var runId = new RunStore(database).Begin(Model, "Bias", "{}", DateTime.UtcNow);
        new ModelStore(database).Add(Model, runId, "Bias", 1, [1, 2, 3]);
        var publication = new Publication(database, runId, Model);
        using var rows = new MarkedRows(runId);
        publication.Load("Recommendation", MarkedRows.Spec, rows, CancellationToken.None);
        using var alike = new MarkedRows(runId);
        publication.Load("SimilarItem", MarkedRows.Spec, alike, CancellationToken.None);
        publication.Commit(new RunOutcome { Status = RunStatus.Succeeded, EndedAt = DateTime.UtcNow }, keepVersions: 1);
        return runId;
    }

    // Runs seen, one a read. Each read takes a connection, as an application's would: one statement that counts, one that joins two results, and one
    // whose rows come one by one while flips go on.
    private static List<long> ReadOn(TestDatabase test, CancellationToken done)
    {
        var seen = new List<long>();
        while (!done.IsCancellationRequested)
        {
            using var database = test.Open();
            string View(string result) => database.QuoteOwn(database.OwnName($"{Model}_{result}"));
            seen.Add((seen.Count % 3) switch
            {
                0 => Counted(database, $"SELECT COUNT(*), MIN(RunId), MAX(RunId) FROM {View("Recommendation")}"),
                1 => Counted(database, $"SELECT COUNT(*), MIN(s.RunId), MAX(r.RunId) FROM {View("Recommendation")} AS r JOIN {View("SimilarItem")} AS s ON s.UserId = r.UserId"),
                _ => Streamed(database, $"SELECT RunId, Reason FROM {View("Recommendation")}"),
            });
        }

        return seen;
    }

    private static long Counted(Database database, string sql)
    {
        var (count, least, most) = database.Select(row => (Convert.ToInt64(row.GetValue(0), null), row.GetInt64(1), row.GetInt64(2)), sql).Single();
        Assert.Equal((MarkedRows.CountOf(most), most), (count, least));
        return most;
    }

    private static long Streamed(Database database, string sql)
    {
        using var rows = database.Query(sql, CancellationToken.None);
        var runs = new List<long>();
        while (rows.Read())
        {
            runs.Add(rows.GetInt64(0));
        }

        var run = Assert.Single(runs.Distinct());
        Assert.Equal(MarkedRows.CountOf(run), runs.Count);
        return run;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteReaderTests() : ReaderTests(SqliteTestDatabase.Make);

/// <summary>On SQL Server, where one is named.</summary>
[Collection(SqlServerTestDatabase.Collection)]
public sealed class SqlServerReaderTests() : ReaderTests(SqlServerTestDatabase.Make);
