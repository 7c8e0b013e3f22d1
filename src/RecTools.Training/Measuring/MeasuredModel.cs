using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What was measured of a model.</summary>
/// <param name="Measurement">The figures as users see them.</param>
/// <param name="Evaluation">The figures of each user.</param>
internal sealed record MeasuredModel(ModelMeasurement Measurement, ModelEvaluation Evaluation);
