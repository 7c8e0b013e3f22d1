namespace RecTools;

/// <summary>Values with their intervals, one below the other on a common axis.</summary>
public sealed record IntervalData : PlotData
{
    /// <summary>The values, the first at the top.</summary>
    public required IReadOnlyList<IntervalMark> Marks { get; init; }

    /// <summary>What is measured.</summary>
    public required string Label { get; init; }

    /// <summary>A value to compare with, drawn as a dashed line; null for none.</summary>
    public double? Reference { get; init; }

    /// <summary>What the dashed line is.</summary>
    public string ReferenceName { get; init; } = "";
}

/// <summary>A value with its interval.</summary>
/// <param name="Name">What has the value.</param>
/// <param name="Value">The value; finite.</param>
/// <param name="Lower">Lower end of the interval; null where it is not known.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Group">Place of its colour: values of one group are alike.</param>
public sealed record IntervalMark(string Name, double Value, double? Lower = null, double? Upper = null, int Group = 0);
