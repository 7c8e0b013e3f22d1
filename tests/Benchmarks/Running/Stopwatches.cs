namespace RecTools.Benchmarks;

/// <summary>Wall-clock times.</summary>
internal static class Stopwatches
{
    /// <summary>Seconds that a piece of work takes, and what it gives.</summary>
    public static (double Seconds, T Result) Time<T>(Func<T> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = work();
        return (TimeProvider.System.GetElapsedTime(start).TotalSeconds, result);
    }

    /// <summary>Shortest and middle time of several runs, after half a second of runs that give the compiler time to settle.</summary>
    public static (double Best, double Median) Repeat<T>(int runs, Func<T> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            work();
        }
        while (TimeProvider.System.GetElapsedTime(start).TotalSeconds < 0.5);

        var seconds = Enumerable.Range(0, runs).Select(_ => Time(work).Seconds).Order().ToArray();
        return (seconds[0], seconds[runs / 2]);
    }
}
