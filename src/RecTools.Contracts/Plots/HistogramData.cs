namespace RecTools;

/// <summary>How many fall into each of some ranges.</summary>
public sealed record HistogramData : PlotData
{
    /// <summary>The ranges in words, from left to right.</summary>
    public required IReadOnlyList<string> Ranges { get; init; }

    /// <summary>How many fall into each.</summary>
    public required long[] Counts { get; init; }

    /// <summary>What the ranges measure.</summary>
    public required string LabelX { get; init; }
}
