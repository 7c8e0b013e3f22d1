using RecTools.Data;
using RecTools.Training;

namespace RecTools.Benchmarks;

/// <summary>
/// The whole way of made-up ratings: a text file is imported into SQLite, a model with 64 factors fitted in 10 sweeps, the top 10 of all users scored
/// and published. How good such a model is, is measured apart, on a tenth of the rows held back.
/// </summary>
/// <param name="benchmark">Name of the benchmark.</param>
/// <param name="rows">Rows.</param>
/// <param name="users">Users.</param>
internal sealed class GeneratedJob(string benchmark, long rows, int users)
{
    /// <summary>Items, few of which have most of the rows.</summary>
    public const int Items = 27_000;

    private const int Factors = 64;
    private const int Sweeps = 10;
    private const double Megabyte = 1 << 20;
    private readonly StageMemory memory = new();

    private string Case { get; } = $"{rows / 1_000_000.0:0.#} million ratings";

    /// <summary>Runs it.</summary>
    /// <param name="withQuality">Whether to measure the model too, which takes as long again.</param>
    public JobResult Run(bool withQuality)
    {
        var peak = MachinePeak.OfThisMachine;
        using var data = new LongTailFile(new LongTailOptions { Users = users, Items = Items, Rows = rows });
        PeakMemory.Restart();
        var imported = InteractionImport.FromFile(
            data.Connection, new InteractionSource { Path = data.Path }, "Rating", append: false, 0, SilentObserver.Instance, CancellationToken.None);
        var importPeak = PeakMemory.SinceRestartMegabytes;
        File.Delete(data.Path);
        var result = TrainingRun.Execute(Request("Generated") with { Split = new SplitRequest { Kind = SplitKind.None } }, data.Connection, memory, CancellationToken.None);
        var seconds = new Dictionary<string, double> { ["Import"] = imported.Elapsed.TotalSeconds };
        foreach (var (stage, time) in result.Stages)
        {
            seconds[stage] = time.TotalSeconds;
        }

        seconds["Other"] = result.Elapsed.TotalSeconds - result.Stages.Values.Sum(time => time.TotalSeconds);
        var fit = FitOperations(result) / seconds["Fit"] / 1e9;
        return new JobResult
        {
            Benchmark = benchmark,
            Case = Case,
            Rows = rows,
            Users = result.UserCount,
            Items = result.ItemCount,
            Seconds = seconds,
            Gigaflops = new Dictionary<string, double> { ["Fit"] = fit },
            ShareOfPeak = new Dictionary<string, double> { ["Fit"] = fit / peak.Gigaflops },
            PeakMegabytes = Math.Max(importPeak, memory.Peak),
            BytesPerRow = memory.Beyond.ToDictionary(stage => stage.Key, stage => stage.Value * Megabyte / rows),
            Quality = withQuality ? Qualities(data.Connection) : new Dictionary<string, double>(),
        };
    }

    // The symmetric half of the normal equations for each rating and side, and their solution for each user and item.
    private static double FitOperations(TrainingResult result) =>
        Sweeps * ((2.0 * result.InteractionCount * Factors * (Factors + 1)) + ((result.UserCount + result.ItemCount) * (Factors * Factors * ((Factors / 3.0) + 2))));

    private static Dictionary<string, double> Qualities(RecConnection connection)
    {
        double Of(TrainingRequest request) => TrainingRun.Execute(
            request with { Publish = false, Split = new SplitRequest { Holdout = 0.1 } }, connection, SilentObserver.Instance, CancellationToken.None)
            .Metrics.First(metric => metric.Name == "nDCG" && metric.K == 10).Value;
        var popularity = Request("Popularity") with { Algorithm = "Popularity", Options = new Dictionary<string, object?>() };
        return new Dictionary<string, double> { ["nDCG@10"] = Of(Request("Measured")), ["nDCG@10 of Popularity"] = Of(popularity) };
    }

    private static TrainingRequest Request(string name) => new()
    {
        Algorithm = "ImplicitAls",
        ModelName = name,
        Source = new InteractionSource { Table = "Rating" },
        Options = new Dictionary<string, object?> { ["Factors"] = Factors, ["Sweeps"] = Sweeps },
        Top = 10,

        // Likeness of all pairs of items takes the same time however many rows there are.
        SimilarTop = 0,
        KeepVersions = 1,
    };
}
