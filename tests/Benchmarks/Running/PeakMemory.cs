using System.Diagnostics;

namespace RecTools.Benchmarks;

/// <summary>How much more memory the process holds while a piece of work runs.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Seconds of the work, and the most megabytes of working set beyond those before it, looked at every ten milliseconds.</summary>
    public static (double Seconds, double Megabytes) Of<T>(Func<T> work)
    {
        const double Megabyte = 1 << 20;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = WorkingSet();
        var most = before;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            do
            {
                most = Math.Max(most, WorkingSet());
            }
            while (!done.Wait(BetweenLooks));
        });
        watcher.Start();
        var (seconds, result) = Stopwatches.Time(work);
        done.Set();
        watcher.Join();
        most = Math.Max(most, WorkingSet());
        GC.KeepAlive(result);
        return (seconds, (most - before) / Megabyte);
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
