namespace RecTools.Training;

/// <summary>What a reader of a leaderboard must know, in words.</summary>
internal static class ComparisonWarnings
{
    /// <summary>The warnings.</summary>
    /// <param name="entries">The models, best first.</param>
    /// <param name="metric">What they are ranked by.</param>
    /// <param name="leak">Test rows that lie before training rows; null for none.</param>
    public static string[] Of(IReadOnlyList<LeaderboardEntry> entries, QualityMetric metric, LeakFinding? leak)
    {
        var worse = $"worse than {metric.Baseline}";
        var warnings = new List<string>();
        if (leak is not null)
        {
            warnings.Add(leak.Message);
        }

        // The other trivial model is there to be compared with, whatever it is worth.
        string[] losers = [.. entries.Where(entry => entry.Verdict == worse && entry.Name is not ("Popularity" or "Bias")).Select(entry => entry.Name)];
        if (losers.Length > 0)
        {
            warnings.Add($"{Listed(losers)} {(losers.Length == 1 ? "is" : "are")} {worse} by {metric.Name}: {Trivial(metric)} does better.");
        }

        if (entries.Any(entry => entry.Name == metric.Baseline && entry.Value is not null)
            && !entries.Any(entry => entry.Verdict is "best" or "worse" or "no different from the best" && entry.Name != metric.Baseline))
        {
            warnings.Add($"No model is better than {metric.Baseline} by {metric.Name} beyond chance: {Trivial(metric)} does as well.");
        }

        warnings.AddRange(entries.Where(entry => entry.Error is not null).Select(entry => $"{entry.Name} could not be measured: {entry.Error}"));
        return [.. warnings];
    }

    private static string Trivial(QualityMetric metric) =>
        metric.IsError ? "the mean with the levels of user and item" : "recommending to everybody what most have";

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
