using System.Diagnostics;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Runs of a model that are killed, and what must hold after each.</summary>
internal sealed class CrashScenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestDatabase test;
    private readonly string[] ownTables;
    private readonly PublishedState before;
    private readonly PublishedState after;
    private readonly string hashAfter;

    /// <summary>Fills the source and learns what the two publications look like.</summary>
    public CrashScenario(TestDatabase test)
    {
        this.test = test;
        test.Fill(
            ProcessRequest.Table,
            [new("UserId", CellKind.Int64, "int"), new("ItemId", CellKind.Int64, "int"), new("Rating", CellKind.Float64, "real")],
            [.. Ratings()]);
        using (var database = test.Open())
        {
            SchemaInstaller.Install(database);
        }

        ownTables = [.. test.OwnObjects()];
        using (var process = Begin())
        {
            while (process.NextStage() is not null)
            {
            }

            process.Finish();
        }

        after = PublishedState.Read(test, ProcessRequest.Model);
        hashAfter = LastRun()!.ResultHash!;
        TrainAsOthers();
        before = PublishedState.Read(test, ProcessRequest.Model);
        Assert.NotEqual(before.Text, after.Text);
    }

    /// <summary>Starts a process that waits.</summary>
    public KilledProcess Spare() => new(test.ConnectionString);

    /// <summary>Starts a process that runs.</summary>
    public KilledProcess Begin()
    {
        var process = Spare();
        process.Begin();
        return process;
    }

    /// <summary>Number of the newest run.</summary>
    public long LastRunId() => LastRun()?.RunId ?? 0;

    /// <summary>Checks what a killed run left, and its record.</summary>
    /// <param name="earlier">Newest run before it.</param>
    /// <returns>Whether it had come to publish.</returns>
    public bool CheckKilled(long earlier)
    {
        var seen = PublishedState.Read(test, ProcessRequest.Model);
        var run = LastRun()!;
        Assert.InRange(run.RunId, earlier, earlier + 1);
        if (seen.Text == after.Text)
        {
            Assert.Equal((earlier + 1, RunStatus.Succeeded, true), (run.RunId, run.Status, run.IsCurrent));
            Assert.Equal((seen.RowCount, hashAfter), (run.RowsWritten, run.ResultHash));
            Assert.NotNull(run.EndedAt);
            return true;
        }

        Assert.Equal(before.Text, seen.Text);
        Assert.True(run.RunId == earlier || run is { Status: RunStatus.Running, IsCurrent: false, EndedAt: null }, $"{run}");
        return false;
    }

    /// <summary>Runs once more, which must succeed, and checks that nothing of the killed run is left but the truth about it.</summary>
    /// <param name="killed">The killed run; may never have come to open its record.</param>
    /// <param name="published">Whether it had come to publish.</param>
    public void CheckNext(long killed, bool published)
    {
        var next = TrainAsOthers();
        Assert.Equal(before.Text, PublishedState.Read(test, ProcessRequest.Model).Text);
        using var database = test.Open();
        var runs = new RunStore(database).Find(ProcessRequest.Model, null, 2, detail: true);
        Assert.Equal((next, RunStatus.Succeeded, true), (runs[0].RunId, runs[0].Status, runs[0].IsCurrent));
        if (runs[1].RunId == killed && !published)
        {
            Assert.Equal((RunStatus.Failed, "RunAbandoned", false), (runs[1].Status, runs[1].ErrorId, runs[1].IsCurrent));
            Assert.NotNull(runs[1].EndedAt);
            Assert.Equal((0, 0), (runs[1].Metrics.Length, runs[1].Steps.Length));
        }
        else
        {
            Assert.Equal(RunStatus.Succeeded, runs[1].Status);
        }

        CheckNothingLeft(database);
    }

    private void CheckNothingLeft(Database database)
    {
        List<string> Names(string sql) => database.Select(row => Convert.ToString(row.GetValue(0), null)!, sql.Replace("{rec}", database.OwnName("") is { Length: > 0 } prefix ? prefix : "rec.", StringComparison.Ordinal));
        Assert.Empty(Names("SELECT RunId FROM {rec}Run WHERE Status = 'Running'"));
        Assert.InRange(Names("SELECT RunId FROM {rec}Model WHERE State IN ('Current', 'Previous')").Count, 1, ProcessRequest.Kept);
        Assert.Empty(Names("SELECT RunId FROM {rec}Model WHERE State NOT IN ('Current', 'Previous')"));
        Assert.Empty(Names("SELECT RunId FROM {rec}Publication WHERE RunId NOT IN (SELECT RunId FROM {rec}Model)"));
        Assert.Empty(Names("SELECT RunId FROM {rec}Metric WHERE RunId NOT IN (SELECT RunId FROM {rec}Run WHERE Status = 'Succeeded')"));
        Assert.Empty(Names("SELECT RunId FROM {rec}TrainingStep WHERE RunId NOT IN (SELECT RunId FROM {rec}Run WHERE Status = 'Succeeded')"));
        var registered = Names("SELECT TableName FROM {rec}Publication")
            .Concat(Names("SELECT p.ViewName FROM {rec}Publication AS p JOIN {rec}Model AS m ON m.RunId = p.RunId WHERE m.State = 'Current'"))
            .Select(name => name[database.OwnName("").Length..]);
        Assert.Equal(ownTables.Concat(registered).Order(StringComparer.Ordinal), test.OwnObjects().Order(StringComparer.Ordinal));
        test.RequireSound();
    }

    // A server may take a moment to notice that the process which held the model is gone.
    private long TrainAsOthers()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return TrainingRun.Execute(ProcessRequest.OfOthers, test.Connection, SilentObserver.Instance, CancellationToken.None).RunId!.Value;
            }
            catch (RecException busy) when (busy.ErrorId == "ModelBusy" && watch.Elapsed < Patience)
            {
                Thread.Sleep(20);
            }
        }
    }

    private RunInfo? LastRun()
    {
        using var database = test.Open();
        return new RunStore(database).Find(ProcessRequest.Model, null, 1, detail: false).SingleOrDefault();
    }

    private static IEnumerable<object?[]> Ratings()
    {
        var random = new SeededRandom(5);
        return from user in Enumerable.Range(1, 40)
               from item in Enumerable.Range(1, 25)
               where random.NextDouble() < 0.4
               select new object?[] { (long)user, (long)item, (double)(1 + random.Next(5)) };
    }
}
