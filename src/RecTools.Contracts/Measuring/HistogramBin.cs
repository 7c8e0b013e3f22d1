namespace RecTools;

/// <summary>How many fall into a range of values.</summary>
/// <param name="From">Lower end, included.</param>
/// <param name="To">Upper end, included.</param>
/// <param name="Count">How many.</param>
public sealed record HistogramBin(double From, double To, long Count);
