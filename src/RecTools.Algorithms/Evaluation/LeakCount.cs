namespace RecTools.Algorithms;

/// <summary>Test rows that lie before training rows of the same user.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Users">Users who have one.</param>
/// <param name="Example">The one that lies the furthest before a training row; of equal ones that of the smallest user and item.</param>
public sealed record LeakCount(long Rows, int Users, LeakExample Example);
