using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace RecTools.Benchmarks;

/// <summary>Micro-benchmarks of inner loops by BenchmarkDotNet; it prints its own tables.</summary>
internal sealed class KernelBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "kernels";

    /// <inheritdoc/>
    public string Summary => "inner loops by BenchmarkDotNet";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        // In this process: a generated project would not find the central package versions.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var artifacts = Path.Combine(Path.GetTempPath(), "RecTools.Benchmarks");
        var settings = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(artifacts);
        var summaries = new[] { BenchmarkRunner.Run<TopItemsKernel>(settings), BenchmarkRunner.Run<FactorizationKernel>(settings) };
        foreach (var measured in summaries.SelectMany(summary => summary.Reports).Where(measured => measured.ResultStatistics is not null))
        {
            report.Add(measured.BenchmarkCase.DisplayInfo, "microseconds", measured.ResultStatistics!.Mean / 1000);
        }
    }
}
