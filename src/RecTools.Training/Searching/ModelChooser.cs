using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Tries all algorithms with default settings, then searches the settings of the leaders in turn, then blends them; takes the best on validation folds.</summary>
/// <param name="runner">Measures what is tried.</param>
/// <param name="metric">The figure chosen by.</param>
/// <param name="options">How far it goes.</param>
/// <param name="seed">Start of the random draws.</param>
/// <param name="observer">Hears what is left out.</param>
internal sealed class ModelChooser(TrialRunner runner, QualityMetric metric, AutoOptions options, long seed, IRunObserver observer)
{
    // Shares of the time: what one algorithm may take with its defaults, and when tuning ends so that a hybrid can still be tried.
    private const double ShareOfFirstTry = 0.15;
    private const double ShareBeforeBlend = 0.65;

    // An algorithm is given up when its best settings are behind by this many standard errors after this many trials.
    private const double ErrorsOutclassed = 3;
    private const int TrialsBeforeOutclassed = 6;

    // A fit on the training rows and one on all, each on more rows than a fold has.
    private const double FoldsForEnd = 3;

    private readonly TrialLog log = runner.Log;
    private readonly SearchBudget budget = runner.Budget;
    private readonly List<SearchArm> arms = [];

    /// <summary>Chooses.</summary>
    /// <param name="rows">The training rows.</param>
    /// <exception cref="RecException"><c>NothingToTry</c>, <c>AllTrialsFailed</c>, <c>TimeBudgetTooShort</c>.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ModelChoice Choose(Interactions rows)
    {
        arms.AddRange(AlgorithmField.On(options.Algorithms, rows, metric, seed, observer));
        foreach (var arm in arms)
        {
            Try(arm.Default, budget.Time * ShareOfFirstTry);
        }

        TuneLeaders();
        Blend();
        if (budget.IsStopped)
        {
            throw new OperationCanceledException();
        }

        var chosen = log.Choose() ?? throw SearchFailure.Of(log, budget, nameof(Auto));
        var candidate = arms.Single(arm => arm.Name == chosen.Algorithm).Again(chosen.Options);
        return new ModelChoice(candidate, Explain(chosen), chosen, log.Trials);
    }

    private bool IsOver => budget.IsOver || log.Count >= budget.MaxTrials;

    private void Try(Candidate candidate, TimeSpan? most)
    {
        if (!IsOver && runner.Run(candidate, most) is not null)
        {
            budget.Reserve(FoldsForEnd * TrialLog.TimeOfFold(log.Best));
        }
    }

    private void TuneLeaders()
    {
        // A trial of the search is left to the hybrid.
        var until = options.Blend ? budget.Time * ShareBeforeBlend : budget.Time;
        var most = options.Blend ? budget.MaxTrials - 1 : budget.MaxTrials;
        var leaders = log.Finished.OrderByDescending(trial => log.Oriented(trial).Average())
            .Select(trial => arms.Single(arm => arm.Name == trial.Algorithm))
            .Take(options.Leaders)
            .Where(arm => arm.Space.Dimensions.Count > 0)
            .ToList();
        while (leaders.Count > 0)
        {
            foreach (var arm in leaders.ToArray())
            {
                if (IsOver || budget.Elapsed > until || log.Count >= most)
                {
                    return;
                }

                if (arm.Next(log) is { } candidate)
                {
                    Try(candidate, null);
                }
                else
                {
                    leaders.Remove(arm);
                }
            }

            leaders.RemoveAll(IsOutclassed);
        }
    }

    private bool IsOutclassed(SearchArm arm)
    {
        var own = log.Trials.Where(trial => trial.Algorithm == arm.Name).ToArray();
        var best = own.Where(trial => trial.Status == TrialStatus.Finished).MaxBy(trial => log.Oriented(trial).Average())!;
        var behind = FoldDifference.Of(log.Oriented(log.Best!), log.Oriented(best));
        return own.Length >= TrialsBeforeOutclassed && behind.Mean > ErrorsOutclassed * behind.StandardError;
    }

    private void Blend()
    {
        if (!options.Blend || IsOver || arms.Exists(known => known.Name == nameof(Hybrid)) || BlendMaker.Of(log, metric, seed, out var foldTime) is not { } arm)
        {
            return;
        }

        if (foldTime * options.Folds > budget.Left)
        {
            observer.Verbose(string.Create(
                CultureInfo.InvariantCulture, $"A hybrid is left out: it would take about {(foldTime * options.Folds).TotalSeconds:0} s, and {budget.Left.TotalSeconds:0} s are left."));
            return;
        }

        arms.Add(arm);
        Try(arm.Default with { Plainness = Candidate.Blended }, null);
    }

    private string Explain(SearchTrial chosen)
    {
        var tried = log.Trials.Select(trial => trial.Algorithm).Distinct().Count();
        var next = log.Finished.Where(trial => trial.Algorithm != chosen.Algorithm).MaxBy(trial => log.Oriented(trial).Average());
        var others = next is null ? "" : string.Create(CultureInfo.InvariantCulture, $", against {next.Value:0.0000} of {next.Algorithm}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{chosen.Algorithm} was taken: {metric.Name} {chosen.Value:0.0000} on {options.Folds} validation folds of the training rows{others}, in {log.Count} trial(s) of {tried} algorithm(s).");
    }
}
