using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>Speed of bringing a text file into a SQLite table.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public string Summary => "rows a second of ML-1M into SQLite";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        using var database = new TemporaryDatabase();
        var source = new InteractionSource { Path = RatingFile.PathOf("ml-1m/ratings.csv.gz") };
        var best = 0.0;
        for (var i = 1; i <= 3; i++)
        {
            var result = InteractionImport.FromFile(database.Connection, source, $"Rating{i}", append: false, 0, SilentObserver.Instance, CancellationToken.None);
            report.Add($"ml-1m run {i}", "rows/s", result.RowsPerSecond);
            best = Math.Max(best, result.RowsPerSecond);
        }

        report.AddAtLeast("ml-1m best of 3", "rows/s", best, 500_000);
    }
}
