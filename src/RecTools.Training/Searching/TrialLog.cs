using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The trials of a search so far.</summary>
/// <param name="metric">The figure searched by.</param>
internal sealed class TrialLog(QualityMetric metric)
{
    private readonly List<(SearchTrial Trial, int Plainness)> trials = [];

    /// <summary>The trials, in order.</summary>
    public IReadOnlyList<SearchTrial> Trials => [.. trials.Select(entry => entry.Trial)];

    /// <summary>How many there are.</summary>
    public int Count => trials.Count;

    /// <summary>Those that were measured on all folds.</summary>
    public IReadOnlyList<SearchTrial> Finished => [.. Trials.Where(trial => trial.Status == TrialStatus.Finished)];

    /// <summary>The race that the next trial takes part in.</summary>
    public FoldRace Race => new([.. Finished.Select(Oriented)]);

    /// <summary>The trial whose mean is best; null before one was measured on all folds.</summary>
    public SearchTrial? Best => Finished.MaxBy(trial => Oriented(trial).Average());

    /// <summary>Adds one.</summary>
    public void Add(SearchTrial trial, int plainness) => trials.Add((trial, plainness));

    /// <summary>The trial to take: the plainest of those that are as good as the best but for chance; null before one was measured on all folds.</summary>
    public SearchTrial? Choose()
    {
        var finished = trials.Where(entry => entry.Trial.Status == TrialStatus.Finished).ToArray();
        return finished.Length == 0 ? null : finished[Race.Choose([.. finished.Select(entry => entry.Plainness)])].Trial;
    }

    /// <summary>What was tried of one algorithm, and how good it was, for the search of its settings.</summary>
    public IReadOnlyList<ScoredSettings> Of(string algorithm)
    {
        var race = Race;
        return
        [
            .. Trials.Where(trial => trial.Algorithm == algorithm)
                .Select(trial => new ScoredSettings(trial.Options, trial.Status == TrialStatus.Failed ? null : race.ScoreOf(Oriented(trial)))),
        ];
    }

    /// <summary>Time that a trial took for a fold in the mean.</summary>
    public static TimeSpan TimeOfFold(SearchTrial? trial) => trial is null ? TimeSpan.Zero : TimeSpan.FromSeconds(trial.Seconds / Math.Max(1, trial.FoldValues.Length));

    /// <summary>The best figure in words; null before there is one.</summary>
    public string? BestText => Best is { } best ? string.Create(CultureInfo.InvariantCulture, $"{metric.Name} {best.Value:0.0000} in trial {best.Number}") : null;

    /// <summary>Figures such that larger is better.</summary>
    public double[] Oriented(SearchTrial trial) => metric.IsError ? Array.ConvertAll(trial.FoldValues, value => -value) : trial.FoldValues;
}
