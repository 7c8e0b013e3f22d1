namespace RecTools;

/// <summary>How far a search is.</summary>
/// <param name="Trial">The trial that goes on, from 1, and its algorithm.</param>
/// <param name="Best">The best figure so far in words, such as <c>nDCG 0.4812 in trial 7</c>; null before there is one.</param>
/// <param name="Elapsed">Time since it began.</param>
/// <param name="Budget">Time it has.</param>
public sealed record SearchProgress(string Trial, string? Best, TimeSpan Elapsed, TimeSpan Budget);
