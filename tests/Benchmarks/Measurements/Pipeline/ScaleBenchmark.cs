using System.Globalization;

namespace RecTools.Benchmarks;

/// <summary>The same job at several sizes of one shape: as many rows a user, and as many items. What a row costs should not depend on how many there are.</summary>
internal sealed class ScaleBenchmark : IArgumentBenchmark
{
    private const int RowsPerUser = 145;
    private const double Asked = 1.5;

    /// <inheritdoc/>
    public string Name => "scale";

    /// <inheritdoc/>
    public string Summary => "time of a row at 1, 5 and 20 million made-up ratings of one shape";

    /// <inheritdoc/>
    public string Argument => "other sizes in millions, such as 1,5,20,100";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report) => Run(report, "1,5,20");

    /// <inheritdoc/>
    public void Run(BenchmarkReport report, string argument)
    {
        var perRow = new List<double>();
        foreach (var millions in argument.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)))
        {
            var rows = (long)(millions * 1e6);
            var job = new GeneratedJob(Name, rows, (int)(rows / RowsPerUser)).Run(withQuality: false);
            report.AddJob(job);
            report.Add(job.Case, "peak memory, MB", job.PeakMegabytes);
            report.Add(job.Case, "microseconds a row", 1e6 / job.RowsPerSecond);
            perRow.Add(1 / job.RowsPerSecond);
        }

        report.AddAtMost("all sizes", "slowest / fastest time of a row", perRow.Max() / perRow.Min(), Asked);
    }
}
