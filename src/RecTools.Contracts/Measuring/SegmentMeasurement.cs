namespace RecTools;

/// <summary>The figures of some of the users.</summary>
/// <param name="Segment">What the users are told apart by, such as <c>History</c>, <c>Cluster</c> or the name of a column.</param>
/// <param name="Value">Which of them these are, such as <c>20 to 49 rows</c>.</param>
/// <param name="UserCount">Users measured.</param>
/// <param name="Metrics">Their figures.</param>
public sealed record SegmentMeasurement(string Segment, string Value, int UserCount, MetricValue[] Metrics);
