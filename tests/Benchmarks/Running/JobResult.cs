namespace RecTools.Benchmarks;

/// <summary>What a whole job took: one JSON line.</summary>
internal sealed record JobResult
{
    /// <summary>The benchmark it comes from.</summary>
    public required string Benchmark { get; init; }

    /// <summary>What was measured, such as data, algorithm and settings.</summary>
    public required string Case { get; init; }

    /// <summary>Rows that went in.</summary>
    public required long Rows { get; init; }

    /// <summary>Users.</summary>
    public int Users { get; init; }

    /// <summary>Items.</summary>
    public int Items { get; init; }

    /// <summary>Seconds by stage, in the order they ran.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    /// <summary>Seconds in all.</summary>
    public double TotalSeconds => Seconds.Values.Sum();

    /// <summary>Rows a second over all stages.</summary>
    public double RowsPerSecond => Rows / TotalSeconds;

    /// <summary>Floating-point operations a second in billions, by stage, where their number is known.</summary>
    public IReadOnlyDictionary<string, double> Gigaflops { get; init; } = new Dictionary<string, double>();

    /// <summary>The same as a share of what the processor was measured to do at most.</summary>
    public IReadOnlyDictionary<string, double> ShareOfPeak { get; init; } = new Dictionary<string, double>();

    /// <summary>Most memory that the process held, in megabytes.</summary>
    public double PeakMegabytes { get; init; }

    /// <summary>Most memory beyond that before the stage, in bytes a row, by stage.</summary>
    public IReadOnlyDictionary<string, double> BytesPerRow { get; init; } = new Dictionary<string, double>();

    /// <summary>Time of the baseline in the same process / time of the job; null where none was run.</summary>
    public double? RatioToBaseline { get; init; }

    /// <summary>Qualities of what came out.</summary>
    public IReadOnlyDictionary<string, double> Quality { get; init; } = new Dictionary<string, double>();
}
