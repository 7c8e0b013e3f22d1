namespace RecTools;

/// <summary>Test rows that lie before rows that were learned from: the model was told the future, which nobody can tell it on the day.</summary>
/// <param name="Split">How the rows were split.</param>
/// <param name="TestRows">Test rows in all.</param>
/// <param name="LeakedRows">Those of them whose user has a training row at a later time.</param>
/// <param name="LeakedUsers">Users with such a row.</param>
/// <param name="Example">One of them in words: the user, the test row's time and the later time.</param>
/// <param name="Message">What it means and what to do, in a sentence or two.</param>
public sealed record LeakFinding(SplitKind Split, long TestRows, long LeakedRows, int LeakedUsers, string Example, string Message)
{
    /// <summary>What a split by time of the same share gives instead; empty where that was not measured.</summary>
    public MetricValue[] Instead { get; init; } = [];
}
