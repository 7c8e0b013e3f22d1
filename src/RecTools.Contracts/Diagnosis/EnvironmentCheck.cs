namespace RecTools;

/// <summary>One thing that a run needs, and whether it is there.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Status">What was found.</param>
/// <param name="Detail">The same in words.</param>
/// <param name="Action">What to do about it; empty where nothing need be done.</param>
public sealed record EnvironmentCheck(string Check, CheckStatus Status, string Detail, string Action);
