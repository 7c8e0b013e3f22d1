using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What is known of a run, from its record or from what it gave back, or from both.</summary>
internal sealed record RunFacts
{
    /// <summary>What the record knows; null where nothing was recorded.</summary>
    public RunInfo? Record { get; init; }

    /// <summary>What the run gave back; null where only the record is there.</summary>
    public TrainingResult? Result { get; init; }

    /// <summary>Name of the model.</summary>
    public string ModelName => Record?.ModelName ?? Result!.ModelName;

    /// <summary>Its algorithm.</summary>
    public string Algorithm => Record?.Algorithm ?? Result!.Algorithm;

    /// <summary>How it ended.</summary>
    public RunStatus Status => Record?.Status ?? Result!.Status;

    /// <summary>Number of the run.</summary>
    public long? RunId => Record?.RunId ?? Result?.RunId;

    /// <summary>The figures.</summary>
    public MetricValue[] Metrics => Result?.Metrics ?? Record!.Metrics;

    /// <summary>The steps of the training loop.</summary>
    public TrainingStep[] Steps => Result?.Steps ?? Record!.Steps;

    /// <summary>Rows read.</summary>
    public long RowsRead => Result?.RowsRead ?? Record!.RowsRead;

    /// <summary>Rows set aside; the record counts those left out by settings among them.</summary>
    public RejectedRows[] Rejected => Result?.Rejected ?? Record!.Rejected;

    /// <summary>Rows left out by settings, where they are known apart.</summary>
    public RejectedRows[] LeftOut => Result?.LeftOut ?? [];

    /// <summary>The settings.</summary>
    /// <exception cref="RecException">The record's settings are damaged.</exception>
    public IReadOnlyDictionary<string, object?> Options => Result?.Options
        ?? (AlgorithmCatalog.Find(Algorithm) is { } algorithm && Record?.Options is { } json
            ? OptionBinder.ToDictionary(OptionBinder.FromJson(algorithm, json))
            : new Dictionary<string, object?>());
}
