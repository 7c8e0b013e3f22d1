using System.Globalization;
using System.Text.Json;

namespace RecTools.Benchmarks;

/// <summary>Collects figures, and prints them as a table for people and as JSON lines for programs.</summary>
/// <param name="benchmark">Name of the benchmark.</param>
internal sealed class BenchmarkReport(string benchmark)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private readonly List<BenchmarkResult> results = [];
    private readonly List<JobResult> jobs = [];

    /// <summary>Adds a figure that nothing is asked of, such as a time.</summary>
    public void Add(string ofCase, string metric, double measured) => Add(new(benchmark, ofCase, metric, measured, null, true, null));

    /// <summary>Adds a figure that may be at most <paramref name="asked"/>.</summary>
    public void AddAtMost(string ofCase, string metric, double measured, double asked) =>
        Add(new(benchmark, ofCase, metric, measured, asked, true, null));

    /// <summary>Adds a figure that must be at least <paramref name="asked"/>.</summary>
    public void AddAtLeast(string ofCase, string metric, double measured, double asked) =>
        Add(new(benchmark, ofCase, metric, measured, asked, false, null));

    /// <summary>Adds a whole job: its figures to the table, and all of it as one line of JSON.</summary>
    public void AddJob(JobResult job)
    {
        jobs.Add(job);
        foreach (var (stage, seconds) in job.Seconds)
        {
            Add(job.Case, $"{stage}, seconds", seconds);
        }

        foreach (var (stage, gigaflops) in job.Gigaflops)
        {
            Add(job.Case, $"{stage}, GFLOP/s", gigaflops);
            Add(job.Case, $"{stage}, share of the peak", job.ShareOfPeak[stage]);
        }

        foreach (var (stage, bytes) in job.BytesPerRow)
        {
            Add(job.Case, $"{stage}, bytes of memory a row", bytes);
        }

        foreach (var (name, quality) in job.Quality)
        {
            Add(job.Case, name, quality);
        }

        Add(job.Case, "rows/s", job.RowsPerSecond);
    }

    /// <summary>Adds a line for what could not be measured.</summary>
    public void Skip(string ofCase, string reason) => Add(new(benchmark, ofCase, "skipped", null, null, true, reason));

    /// <summary>Runs a part of a benchmark; missing data skip that part alone.</summary>
    public void Try(string ofCase, Action measure)
    {
        try
        {
            measure();
        }
        catch (MissingDataException missing)
        {
            Skip(ofCase, missing.Message);
        }
    }

    /// <summary>Prints all figures.</summary>
    public void Print(TextWriter writer)
    {
        string[][] rows = [["case", "metric", "asked", "measured", ""], .. results.Select(RowOf)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join("  ", row.Select((text, column) => column < 2 ? text.PadRight(widths[column]) : text.PadLeft(widths[column]))).TrimEnd());
        }

        writer.WriteLine();
        foreach (var result in results)
        {
            writer.WriteLine(JsonSerializer.Serialize(result, Json));
        }

        foreach (var job in jobs)
        {
            writer.WriteLine(JsonSerializer.Serialize(job, Json));
        }
    }

    private static string[] RowOf(BenchmarkResult result) =>
    [
        result.Case,
        result.Metric,
        result.Asked is { } asked ? (result.LowerIsBetter ? "<= " : ">= ") + Text(asked) : "",
        result.Measured is { } measured ? Text(measured) : result.Skipped!,
        result.Reached switch { true => "reached", false => "MISSED", null => "" },
    ];

    private static string Text(double figure) => figure.ToString(Math.Abs(figure) < 100 ? "0.0000" : "#,##0.0", CultureInfo.InvariantCulture);

    private void Add(BenchmarkResult result)
    {
        results.Add(result);
        Console.Error.WriteLine(string.Join("  ", RowOf(result)).TrimEnd());
    }
}
