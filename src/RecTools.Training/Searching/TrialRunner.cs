using System.Diagnostics;
using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Measures candidates on validation folds, one fold after the other, and gives those up that fall clearly behind.</summary>
/// <param name="run">What is asked for and what is at hand.</param>
/// <param name="rows">The training rows; nothing else is seen of the data.</param>
/// <param name="folds">How they are cut.</param>
/// <param name="metric">The figure searched by.</param>
/// <param name="log">The trials so far.</param>
/// <param name="budget">How long the search may go on.</param>
internal sealed class TrialRunner(MeasuringContext run, Interactions rows, ValidationFolds folds, QualityMetric metric, TrialLog log, SearchBudget budget)
{
    private static readonly EvaluationOptions FigureOnly = new() { Resamples = 0 };

    /// <summary>The trials so far.</summary>
    public TrialLog Log => log;

    /// <summary>How long the search may go on.</summary>
    public SearchBudget Budget => budget;

    /// <summary>Tries a candidate and writes it down.</summary>
    /// <param name="candidate">What to try.</param>
    /// <param name="most">Time it may take at most; null for no bound of its own.</param>
    /// <returns>What became of it; null where the search ended before it did, and then it is not written down.</returns>
    public SearchTrial? Run(Candidate candidate, TimeSpan? most = null)
    {
        var number = log.Count + 1;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(budget.Token);
        if (most is { } share)
        {
            end.CancelAfter(share);
        }

        var trial = new SearchTrial { Number = number, Algorithm = candidate.Algorithm.Name, Options = candidate.Settings };
        var race = log.Race;
        var values = new List<double>();
        var started = Stopwatch.GetTimestamp();
        try
        {
            while (values.Count < folds.Count && !IsBehind(race, values))
            {
                run.Observer.Searching(new SearchProgress(
                    string.Create(CultureInfo.InvariantCulture, $"Trial {number} ({candidate.Algorithm.Name}), fold {values.Count + 1} of {folds.Count}"),
                    log.BestText, budget.Elapsed, budget.Time));
                values.Add(Measure(candidate, values.Count, end.Token));
            }

            trial = trial with { Status = values.Count == folds.Count ? TrialStatus.Finished : TrialStatus.Dropped };
        }
        catch (Exception) when (budget.IsOver)
        {
            return null;
        }
        catch (Exception error)
        {
            trial = trial with { Status = TrialStatus.Failed, Error = Explain(error, end.IsCancellationRequested ? most : null) };
        }

        trial = trial with
        {
            FoldValues = [.. values],
            Value = values.Count == 0 ? null : values.Average(),
            Seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3),
        };
        log.Add(trial, candidate.Plainness);
        run.Observer.Verbose(Describe(trial));
        return trial;
    }

    private double Measure(Candidate candidate, int fold, CancellationToken cancellation)
    {
        var (train, test) = folds.Of(fold);
        var workers = new Workers(run.Request.Threads, cancellation);
        var cut = new MeasuredRows(rows, run.Request.Split, train, test, NoSummary);
        var model = new ModelMeasuring(run with { Workers = workers, Observer = SilentObserver.Instance }, cut, FigureOnly).Fit(candidate.Contender, cut).Model;
        var figures = metric.IsError
            ? Evaluator.Evaluate(model, train, test, run.Request.K, FigureOnly, workers, run.Request.Seed)
            : Evaluator.EvaluateLists(model, train, test, run.Request.K, FigureOnly, workers, run.Request.Seed);
        var value = figures.FirstOrDefault(figure => figure.Name == metric.Name)?.Value ?? throw RecException.Configuration(
            "MetricUnmeasured", $"{candidate.Algorithm.Name} has no {metric.Name} on these rows.", "Choose another -Metric or another algorithm.", metric.Name);
        return double.IsFinite(value) ? value : throw new RecException(
            "MetricUnmeasured", RecErrorKind.Data, $"The {metric.Name} of {candidate.Algorithm.Name} is no number.", "Choose other settings.", value);
    }

    private bool IsBehind(FoldRace race, List<double> values) => race.IsBehind(metric.IsError ? [.. values.Select(value => -value)] : [.. values]);

    private string Explain(Exception error, TimeSpan? most) => most is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"It took longer than its share of the time, {share.TotalSeconds:0.#} s.")
        : RunError.Explain(error, run.Database, CancellationToken.None).Message;

    private string Describe(SearchTrial trial)
    {
        var settings = string.Join(", ", trial.Options.Select(pair => $"{pair.Key}={SettingText.Of(pair.Value)}"));
        var outcome = trial.Status == TrialStatus.Failed
            ? $"failed: {trial.Error}"
            : string.Create(CultureInfo.InvariantCulture, $"{metric.Name} {trial.Value:0.0000} on {trial.FoldValues.Length} fold(s){(trial.Status == TrialStatus.Dropped ? ", dropped" : "")}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Trial {trial.Number}: {trial.Algorithm}({settings}) {outcome}, {trial.Seconds:0.0} s{(log.BestText is { } best ? $"; best {best}" : "")}");
    }

    // Folds are looked at by nobody.
    private static DataSummary NoSummary { get; } = new() { Source = "" };
}
