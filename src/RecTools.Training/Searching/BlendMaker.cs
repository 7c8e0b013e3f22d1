using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Makes a hybrid of the best algorithms of a search.</summary>
internal static class BlendMaker
{
    private const int MostParts = 3;

    /// <summary>The hybrid, with the best settings found of each part.</summary>
    /// <param name="log">What was tried.</param>
    /// <param name="metric">What it shall be good at.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="foldTime">Time that a fold of it will take, roughly.</param>
    /// <returns>The hybrid; null where there are no two algorithms to blend.</returns>
    public static SearchArm? Of(TrialLog log, QualityMetric metric, long seed, out TimeSpan foldTime)
    {
        var parts = log.Finished.GroupBy(trial => trial.Algorithm)
            .Select(group => group.MaxBy(trial => log.Oriented(trial).Average())!)
            .OrderByDescending(trial => log.Oriented(trial).Average())
            .Take(MostParts)
            .ToArray();

        // Each part is fitted once for each of the hybrid's own folds, and once more.
        foldTime = (new HybridOptions().Folds + 1) * parts.Aggregate(TimeSpan.Zero, (sum, trial) => sum + TrialLog.TimeOfFold(trial));
        return parts.Length < 2 ? null : SearchArm.Of(
            new Hybrid(), new Dictionary<string, object?> { [nameof(HybridOptions.Parts)] = parts.Select(TextOf).ToArray() }, null, metric, seed);
    }

    private static string TextOf(SearchTrial trial)
    {
        var settings = trial.Options.Where(pair => pair.Value is not (null or Array)).Select(pair => $"{pair.Key}={SettingText.Of(pair.Value)}").ToArray();
        return settings.Length == 0 ? trial.Algorithm : $"{trial.Algorithm}({string.Join(", ", settings)})";
    }
}
