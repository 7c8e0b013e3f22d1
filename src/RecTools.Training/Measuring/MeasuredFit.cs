using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A model, and what fitting it took.</summary>
/// <param name="Model">The model.</param>
/// <param name="Steps">Steps of its training loop.</param>
/// <param name="Time">Time to fit.</param>
/// <param name="PeakBytes">Memory beyond what was there before, at most; sampled.</param>
internal sealed record MeasuredFit(IRecommender Model, IReadOnlyList<TrainingStep> Steps, TimeSpan Time, long PeakBytes);
