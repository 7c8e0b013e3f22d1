namespace RecTools.Training;

/// <summary>What Auto chose.</summary>
/// <param name="Candidate">The algorithm with its settings.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Trial">How it did.</param>
/// <param name="Trials">Everything that was tried, in order.</param>
internal sealed record ModelChoice(Candidate Candidate, string Reason, SearchTrial Trial, IReadOnlyList<SearchTrial> Trials);
