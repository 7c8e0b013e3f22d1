using System.Globalization;

namespace RecTools.Training;

/// <summary>The errors of searches that found nothing.</summary>
internal static class SearchFailure
{
    /// <summary>Why no trial could be taken.</summary>
    /// <param name="log">The trials.</param>
    /// <param name="budget">How long the search could go on.</param>
    /// <param name="name">What was searched.</param>
    public static RecException Of(TrialLog log, SearchBudget budget, string name) => budget.IsStopped
        ? new RecException("SearchCancelled", RecErrorKind.Cancelled, "The search was cancelled before a trial had come to its end; nothing was found.", "Run it again when it suits.")
        : log.Count > 0
            ? new RecException(
                "AllTrialsFailed", RecErrorKind.Data, $"None of {log.Count} trial(s) of {name} could be measured on all folds. The first: {log.Trials[0].Error}",
                "Correct what it says, or search other settings.", name)
            : RecException.Configuration(
                "TimeBudgetTooShort", string.Create(CultureInfo.InvariantCulture, $"Within {budget.Time} not even the first trial of {name} was measured on all folds."),
                "Give a longer -TimeBudget, fewer folds, or fewer rows in -Query.", budget.Time);
}
