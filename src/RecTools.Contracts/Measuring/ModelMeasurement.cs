namespace RecTools;

/// <summary>How good a model is on rows that it was not fitted on: what <c>Measure-RecModel</c> gives back.</summary>
public sealed record ModelMeasurement
{
    /// <summary>Name of the model, or of the algorithm where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>The algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Run of the stored model; null where an algorithm was measured.</summary>
    public long? RunId { get; init; }

    /// <summary>Whether the stored model itself was measured, rather than its algorithm fitted anew.</summary>
    public bool IsStored { get; init; }

    /// <summary>Every option of the algorithm as used.</summary>
    public required IReadOnlyDictionary<string, object?> Options { get; init; }

    /// <summary>How rows were set aside.</summary>
    public required SplitRequest Split { get; init; }

    /// <summary>Length of the lists.</summary>
    public int K { get; init; }

    /// <summary>Rows learned from.</summary>
    public long TrainRows { get; init; }

    /// <summary>Rows measured on.</summary>
    public long TestRows { get; init; }

    /// <summary>Users with a relevant test row, whose lists were measured.</summary>
    public int UsersMeasured { get; init; }

    /// <summary>The figures, with 95 % intervals by bootstrap over users.</summary>
    public MetricValue[] Metrics { get; init; } = [];

    /// <summary>The figures by groups of users.</summary>
    public SegmentMeasurement[] Segments { get; init; } = [];

    /// <summary>Test rows that lie before training rows; null where there is none, or no time.</summary>
    public LeakFinding? Leak { get; init; }

    /// <summary>Predicted against actual ratings, from low to high; empty where the model predicts none.</summary>
    public CalibrationBin[] Calibration { get; init; } = [];

    /// <summary>What popular items hold of rows and of lists, from the most popular on.</summary>
    public LongTailPoint[] LongTail { get; init; } = [];

    /// <summary>Steps of the training loop.</summary>
    public TrainingStep[] Steps { get; init; } = [];

    /// <summary>The rows.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>Recommendations of a few users, with reasons.</summary>
    public Recommendation[] Samples { get; init; } = [];

    /// <summary>Time to fit.</summary>
    public TimeSpan FitTime { get; init; }

    /// <summary>Time to make the lists that were measured, and to measure them.</summary>
    public TimeSpan ScoreTime { get; init; }

    /// <summary>Memory that the fit took at most beyond what was there before, in bytes; sampled.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Size of the model as stored, in bytes, without the rows.</summary>
    public long ModelBytes { get; init; }

    /// <summary>What a reader of the figures must know.</summary>
    public string[] Warnings { get; init; } = [];
}
