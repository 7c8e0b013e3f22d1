namespace RecTools;

/// <summary>Test rows whose predicted ratings lie close together: a calibrated model's means are equal.</summary>
/// <param name="From">Lowest prediction.</param>
/// <param name="To">Highest prediction.</param>
/// <param name="Count">Test rows.</param>
/// <param name="MeanPredicted">Mean of the predictions.</param>
/// <param name="MeanActual">Mean of the ratings.</param>
public sealed record CalibrationBin(double From, double To, long Count, double MeanPredicted, double MeanActual);
