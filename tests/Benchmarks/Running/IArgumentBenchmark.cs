namespace RecTools.Benchmarks;

/// <summary>A benchmark that also takes something to run on after its name.</summary>
internal interface IArgumentBenchmark : IBenchmark
{
    /// <summary>What it takes, as the end of a sentence.</summary>
    string Argument { get; }

    /// <summary>Measures on what was given.</summary>
    void Run(BenchmarkReport report, string argument);
}
