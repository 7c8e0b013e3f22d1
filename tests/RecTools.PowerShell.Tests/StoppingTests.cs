using System.Diagnostics;
using System.Management.Automation;

namespace RecTools.Tests;

/// <summary>Runs that are stopped by the user or killed by the system.</summary>
public class StoppingTests
{
    [Fact]
    public void Ctrl_C_in_mid_fit_stops_soon_and_the_last_publication_reads()
    {
        using var session = Session.WithModel();
        var before = Published(session);
        using var running = session.Start("Invoke-RecTraining Als Shop -Table Rating -Option @{ Factors = 200; Sweeps = 1000 }");
        WaitFor(() => running.Streams.Progress.Any(record => record.StatusDescription.StartsWith("Fit", StringComparison.Ordinal)));
        var watch = Stopwatch.StartNew();
        running.Stop();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed} to stop.");
        Assert.Equal(before, Published(session));
        Assert.Equal(RunStatus.Cancelled, ((RunInfo)session.Run("Get-RecRun -Last 1")[0].BaseObject).Status);
    }

    [Fact]
    public void Ctrl_C_in_mid_fit_publishes_the_best_that_was_learned_where_that_is_asked_for()
    {
        using var session = Session.WithModel();
        var before = Published(session);
        using var running = session.Start("Invoke-RecTraining Embedding Shop -Table Rating -OnCancel Keep -Option @{ Width = 4; Layers = 4; Epochs = 10000; Patience = 10000 }");
        WaitFor(() => running.Streams.Progress.Any(record => record.StatusDescription.StartsWith("Fit: ", StringComparison.Ordinal)));
        running.Stop();
        Assert.NotEqual(before, Published(session));
        var run = (RunInfo)session.Run("Get-RecRun -Last 1 -Detail")[0].BaseObject;
        Assert.Equal((RunStatus.Succeeded, true), (run.Status, run.IsCurrent));
        Assert.InRange(run.Metrics.Single(metric => metric.Name == "EndedAfterStep").Value, 1, 9999);
        Assert.Contains(run.Metrics, metric => metric is { Split: "Holdout", Name: "RMSE", Value: < 2 });
        Assert.Equal(0L, session.Run("(Invoke-RecQuery 'SELECT COUNT(*) AS N FROM rec_Shop_Recommendation AS m JOIN Rating AS r ON r.CustomerId = m.UserId AND r.ProductId = m.ItemId').N")[0].BaseObject);
    }

    [Fact]
    public void A_process_killed_in_mid_publish_leaves_the_last_publication_and_the_next_run_sweeps()
    {
        using var session = Session.WithModel();
        session.Run("$null = New-RecSampleData -Customers 4000 -Products 300 -Force");
        var before = Published(session);
        var script = $"Import-Module '{Repository.Manifest}'; $null = Connect-RecDatabase '{session.Database}'; Invoke-RecTraining Als Shop -Table Rating -Top 200 -EvidenceTop 5 -Split None -Option @{{ Factors = 4; Sweeps = 1 }}";
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Host, "-Command", script]) { RedirectStandardError = true, RedirectStandardOutput = true })!)
        {
            WaitFor(() => process.HasExited || (long)session.Run("(Invoke-RecQuery 'SELECT COUNT(*) AS N FROM rec_Publication WHERE RunId = 2').N")[0].BaseObject > 0);
            Assert.False(process.HasExited, "The run ended before it could be killed.");
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Assert.Equal(before, Published(session));
        Assert.Equal(RunStatus.Running, ((RunInfo)session.Run("Get-RecRun -Last 1")[0].BaseObject).Status);
        session.Run("$null = Invoke-RecTraining Bias Shop -Table Rating -WarningAction SilentlyContinue");
        var dead = (RunInfo)session.Run("Get-RecRun -RunId 2")[0].BaseObject;
        Assert.Equal((RunStatus.Failed, "RunAbandoned"), (dead.Status, dead.ErrorId));
        Assert.Equal(0L, session.Run("(Invoke-RecQuery \"SELECT COUNT(*) AS N FROM sqlite_master WHERE name LIKE 'rec_Shop%_v2'\").N")[0].BaseObject);
    }

    private static string Published(Session session) => string.Join(
        ';', session.Run("Invoke-RecQuery 'SELECT UserId, Rank, ItemId, Score FROM rec_Shop_Recommendation ORDER BY UserId, Rank'").Select(row => row.ToString()));

    private static void WaitFor(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "What was waited for did not come.");
            Thread.Sleep(5);
        }
    }
}
