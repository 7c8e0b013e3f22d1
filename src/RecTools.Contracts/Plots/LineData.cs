namespace RecTools;

/// <summary>Lines over a common axis, such as a loss over the steps of a training loop.</summary>
public sealed record LineData : PlotData
{
    /// <summary>The lines.</summary>
    public required IReadOnlyList<LineSeries> Lines { get; init; }

    /// <summary>What the axis along measures, with its unit.</summary>
    public required string LabelX { get; init; }

    /// <summary>What the axis up measures, with its unit.</summary>
    public required string LabelY { get; init; }

    /// <summary>Whether a dashed line shows where both axes are equal; both then have one range.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>Whether both axes are shares, 0 to 1, shown in percent.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether only whole numbers stand along.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A line through points.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="X">Where each point is along; finite and ascending.</param>
/// <param name="Y">Where each point is up; points that are not finite are left out.</param>
public sealed record LineSeries(string Name, double[] X, double[] Y);
