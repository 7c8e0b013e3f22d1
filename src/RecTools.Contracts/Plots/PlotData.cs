namespace RecTools;

/// <summary>What every plot is told beside its figures.</summary>
public abstract record PlotData
{
    /// <summary>What the plot shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Where the figures come from, for the line below the plot; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>What the points are, in the plural.</summary>
    public string Noun { get; init; } = "customers";
}
