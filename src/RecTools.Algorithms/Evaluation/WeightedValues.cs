namespace RecTools.Algorithms;

/// <summary>What each user adds to a figure.</summary>
/// <param name="Values">The value of each user.</param>
/// <param name="Weights">The weight beside it.</param>
internal sealed record WeightedValues(double[] Values, double[] Weights);
