using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What became of a contender.</summary>
/// <param name="Contender">The algorithm and its settings.</param>
/// <param name="Measurement">What was measured; null where it failed.</param>
/// <param name="Figures">The figures of each user for the metric that is ranked by; null where the model has none.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
internal sealed record ContenderOutcome(Contender Contender, ModelMeasurement? Measurement, UserFigures? Figures, string? Error);
