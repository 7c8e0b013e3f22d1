namespace RecTools.Benchmarks;

/// <summary>A benchmark that also runs on a SQL Server, named by its connection string after the benchmark's name.</summary>
internal interface IServerBenchmark : IBenchmark
{
    /// <summary>Measures on a server; what is made there is dropped again.</summary>
    void Run(BenchmarkReport report, RecConnection server);
}
