namespace RecTools.Algorithms;

/// <summary>Settings that were tried.</summary>
/// <param name="Values">Those of the space by name; those not named have their defaults.</param>
/// <param name="Score">How good they are, larger is better; null where they cannot be used at all.</param>
public sealed record ScoredSettings(IReadOnlyDictionary<string, object?> Values, double? Score);
