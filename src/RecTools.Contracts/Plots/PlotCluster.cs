namespace RecTools;

/// <summary>A cluster as plots name it.</summary>
/// <param name="Number">The number that tables and other plots give it.</param>
/// <param name="Label">What it is like, in words; may be empty.</param>
/// <param name="Size">How many points it has.</param>
public sealed record PlotCluster(int Number, string Label, long Size);
