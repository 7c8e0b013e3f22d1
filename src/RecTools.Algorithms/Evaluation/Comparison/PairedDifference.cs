namespace RecTools.Algorithms;

/// <summary>How much one model differs from another on the same users.</summary>
/// <param name="Difference">Figure of the first minus figure of the second; NaN where one of them has none.</param>
/// <param name="Lower">Lower end of the 95 % interval; null where there is none.</param>
/// <param name="Upper">Upper end of the 95 % interval; null where there is none.</param>
/// <param name="PValue">Probability of a difference at least this large, in either direction, between models that are equally good; above 0, at most 1.</param>
public sealed record PairedDifference(double Difference, double? Lower, double? Upper, double PValue);
