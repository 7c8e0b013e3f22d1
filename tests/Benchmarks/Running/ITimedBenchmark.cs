namespace RecTools.Benchmarks;

/// <summary>A benchmark of what can be found within a time; minutes may stand behind its name.</summary>
internal interface ITimedBenchmark : IBenchmark
{
    /// <summary>The same within another time.</summary>
    void Run(BenchmarkReport report, TimeSpan time);
}
