using System.Diagnostics;

namespace RecTools.Benchmarks;

/// <summary>How much memory the process holds, and how much more while a piece of work runs.</summary>
internal static class PeakMemory
{
    private const double Megabyte = 1 << 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Seconds of the work, and the most megabytes of working set beyond those before it, looked at every ten milliseconds.</summary>
    public static (double Seconds, double Megabytes) Of<T>(Func<T> work)
    {
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

    /// <summary>Megabytes that the process holds now.</summary>
    public static double NowMegabytes => WorkingSet() / Megabyte;

    /// <summary>The most megabytes that it held since <see cref="Restart"/>, or since it began where the system cannot forget that.</summary>
    public static double SinceRestartMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / Megabyte;
        }
    }

    /// <summary>Lets the system forget how much the process held before, after garbage is gone.</summary>
    public static void Restart()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
