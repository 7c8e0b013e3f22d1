using System.Diagnostics;
using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>The whole of Invoke-RecTraining on ML-1M in a table: read, split, fit, evaluate, refit, score everybody, publish; and on twenty million made-up ratings from a file on.</summary>
internal sealed class PipelineBenchmark : IBenchmark
{
    private const double Megabyte = 1 << 20;
    private const long Rows = 20_000_000;
    private const int Users = 138_000;

    /// <inheritdoc/>
    public string Name => "pipeline";

    /// <inheritdoc/>
    public string Summary => "seconds and memory of a whole run on ML-1M, and on twenty million made-up ratings";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("ml-1m", () => RunMovieLens(report));
        var job = new GeneratedJob(Name, Rows, Users).Run(withQuality: true);
        report.AddJob(job);
        report.AddAtMost(job.Case, "whole job, seconds", job.TotalSeconds, 240);
        report.AddAtMost(job.Case, "peak memory, MB", job.PeakMegabytes, 2560);
        MemoryPromise.Check(report, job, hasTime: true);
    }

    private static void RunMovieLens(BenchmarkReport report)
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
            report.AddAtMost($"ml-1m {algorithm}", "peak memory, MB", process.PeakWorkingSet64 / Megabyte, 600);
        }
    }
}
