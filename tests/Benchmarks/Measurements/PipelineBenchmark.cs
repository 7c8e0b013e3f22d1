using System.Diagnostics;
using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>The whole of Invoke-RecTraining on ML-1M in a table: read, split, fit, evaluate, refit, score everybody, publish.</summary>
internal sealed class PipelineBenchmark : IBenchmark
{
    private const double MegaByte = 1 << 20;

    /// <inheritdoc/>
    public string Name => "pipeline";

    /// <inheritdoc/>
    public string Summary => "seconds and memory of a whole run on ML-1M";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        using var database = new TemporaryDatabase();
        var source = new InteractionSource { Path = RatingFile.PathOf("ml-1m/ratings.csv.gz") };
        InteractionImport.FromFile(database.Connection, source, "Rating", append: false, 0, SilentObserver.Instance, CancellationToken.None);
        foreach (var algorithm in new[] { "ImplicitAls", "Als" })
        {
            var request = new TrainingRequest { Algorithm = algorithm, ModelName = algorithm, Source = new InteractionSource { Table = "Rating" }, Top = 10 };
            var result = TrainingRun.Execute(request, database.Connection, SilentObserver.Instance, CancellationToken.None);
            foreach (var (stage, time) in result.Stages)
            {
                report.Add($"ml-1m {algorithm}", $"{stage}, seconds", time.TotalSeconds);
            }

            report.AddAtMost($"ml-1m {algorithm}", "whole run, seconds", result.Elapsed.TotalSeconds, 20);
            using var process = Process.GetCurrentProcess();
            report.AddAtMost($"ml-1m {algorithm}", "peak memory, MB", process.PeakWorkingSet64 / MegaByte, 600);
        }
    }
}
