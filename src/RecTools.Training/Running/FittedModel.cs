using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A model fitted for one run, what it was fitted on, and how good it was on rows it had not seen.</summary>
/// <param name="Recommender">The model to publish.</param>
/// <param name="Data">The rows it was fitted on.</param>
/// <param name="Metrics">Qualities measured on the holdout, and what the model tells of itself.</param>
/// <param name="Steps">Steps of its training loop.</param>
internal sealed record FittedModel(IRecommender Recommender, Interactions Data, IReadOnlyList<MetricValue> Metrics, IReadOnlyList<TrainingStep> Steps);
