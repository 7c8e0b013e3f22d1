using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The algorithms that Auto tries on some rows.</summary>
internal static class AlgorithmField
{
    /// <summary>Those asked for, or all that the rows allow, the quickest first.</summary>
    /// <param name="names">Those asked for; empty for all.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="metric">What models are chosen by.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="observer">Hears who is left out, and why.</param>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>, <c>NotARecommender</c>, <c>NothingToTry</c>.</exception>
    public static IReadOnlyList<SearchArm> On(IReadOnlyList<string> names, Interactions rows, QualityMetric metric, long seed, IRunObserver observer)
    {
        // Hybrids are made of those that turn out well.
        var asked = names.Count > 0 ? names.Select(RequestChecker.FindRecommender).Distinct() : AlgorithmCatalog.Recommenders.Where(algorithm => algorithm is not Hybrid);
        var arms = new List<(SearchArm Arm, double Operations)>();
        foreach (var algorithm in asked)
        {
            var arm = SearchArm.Of(algorithm, new Dictionary<string, object?>(), null, metric, seed);
            if (WhyNot(arm.Default, rows, metric) is { } reason)
            {
                observer.Verbose($"{algorithm.Name} is left out: {reason}.");
                continue;
            }

            arms.Add((arm, algorithm.Estimate(rows.Users.Count, rows.Items.Count, rows.Matrix.EntryCount, arm.Default.Options).Operations));
        }

        return arms.Count > 0 ? [.. arms.OrderBy(pair => pair.Operations).Select(pair => pair.Arm)] : throw RecException.Configuration(
            "NothingToTry", $"None of the algorithms can learn from these rows for {metric.Name}.", "Choose another -Metric, or name other algorithms with -Option @{ Algorithms = ... }.", metric.Name);
    }

    private static string? WhyNot(Candidate candidate, Interactions rows, QualityMetric metric) => ContenderField.WhyNot(candidate.Contender, rows)
        ?? (metric.IsError && candidate.Algorithm.FeedbackOf(candidate.Options, rows.Feedback) == FeedbackKind.Implicit ? $"it predicts no ratings, and so has no {metric.Name}" : null);
}
