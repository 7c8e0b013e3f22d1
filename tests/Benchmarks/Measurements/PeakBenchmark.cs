namespace RecTools.Benchmarks;

/// <summary>What the machine does at most.</summary>
internal sealed class PeakBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "peak";

    /// <inheritdoc/>
    public string Summary => "the most arithmetic and memory traffic that this machine does, on all cores";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var ofCase = $"{Environment.ProcessorCount} cores";
        report.Add(ofCase, "single precision, GFLOP/s", MachinePeak.OfThisMachine.Gigaflops);
        report.Add(ofCase, "reading memory, GB/s", MachinePeak.OfThisMachine.GigabytesPerSecond);
    }
}
