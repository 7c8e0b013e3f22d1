using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>An algorithm with settings that is to be measured.</summary>
/// <param name="Name">What it is called: the stored model it comes from, or the algorithm.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Options">Its settings.</param>
internal sealed record Contender(string Name, IRecommenderAlgorithm Algorithm, object Options);
