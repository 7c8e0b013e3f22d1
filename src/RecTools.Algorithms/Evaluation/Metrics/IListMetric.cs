namespace RecTools.Algorithms;

/// <summary>A quality of one user's list whatever the test rows say; a model's figure is the sum of values over users by the sum of weights.</summary>
internal interface IListMetric
{
    /// <summary>Name in results.</summary>
    string Name { get; }

    /// <summary>What one user adds.</summary>
    /// <param name="user">The user.</param>
    /// <param name="list">The list, best first.</param>
    /// <returns>Value and weight; a weight of 0 for a user who has no figure.</returns>
    (double Value, double Weight) Measure(int user, ReadOnlySpan<ScoredItem> list);
}
