using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Ranks models and says which of their differences are more than chance.</summary>
/// <param name="metric">The figure to rank by.</param>
/// <param name="seed">Start of the draws behind the tests.</param>
/// <param name="workers">Threads and cancellation.</param>
/// <remarks>
/// Differences are tested on the same users, and their p-values corrected for the number of models (<see cref="PairedTest"/>, <see cref="HolmCorrection"/>):
/// once against the best, once against the trivial model that every other one must beat.
/// </remarks>
internal sealed class Leaderboard(QualityMetric metric, long seed, Workers workers)
{
    private const int Resamples = 2_000;
    private const double Level = 0.05;

    /// <summary>The entries, best first, then models without the figure, then those that failed.</summary>
    public LeaderboardEntry[] Rank(IReadOnlyList<ContenderOutcome> outcomes)
    {
        ContenderOutcome[] measured = [.. outcomes.Where(outcome => ValueOf(outcome) is not null)];
        measured = metric.IsError
            ? [.. measured.OrderBy(outcome => ValueOf(outcome)!.Value)]
            : [.. measured.OrderByDescending(outcome => ValueOf(outcome)!.Value)];
        var baseline = Array.FindIndex(measured, outcome => outcome.Contender.Name == metric.Baseline);
        var toBest = Compare(measured, 0);
        var toBaseline = Compare(measured, baseline);
        LeaderboardEntry[] entries =
        [
            .. measured.Select((outcome, place) => Entry(outcome) with
            {
                Difference = place == 0 ? 0 : toBest[place]!.Difference,
                PValue = toBest[place]?.PValue,
                Verdict = VerdictOf(place, toBest[place], toBaseline[place]),
            }),
            .. outcomes.Where(outcome => outcome.Measurement is not null && ValueOf(outcome) is null).Select(Entry),
            .. outcomes.Where(outcome => outcome.Measurement is null).Select(Entry),
        ];
        return [.. entries.Select((entry, place) => entry with { Rank = place + 1 })];
    }

    private double? ValueOf(ContenderOutcome outcome) => FigureOf(outcome)?.Value;

    private MetricValue? FigureOf(ContenderOutcome outcome) =>
        outcome.Figures is null ? null : outcome.Measurement!.Metrics.FirstOrDefault(figure => figure.Name == metric.Name);

    // One difference for each model, with its p-value corrected; null for the one that is compared with.
    private PairedDifference?[] Compare(ContenderOutcome[] measured, int with)
    {
        if (with < 0)
        {
            return new PairedDifference?[measured.Length];
        }

        var differences = measured.Select((outcome, place) => place == with
            ? null
            : PairedTest.Compare(outcome.Figures!, measured[with].Figures!, metric.Name, Resamples, seed, workers)).ToArray();
        var corrected = HolmCorrection.Adjust([.. differences.OfType<PairedDifference>().Select(difference => difference.PValue)]);
        var next = 0;
        return [.. differences.Select(difference => difference is null ? null : difference with { PValue = corrected[next++] })];
    }

    private string VerdictOf(int place, PairedDifference? toBest, PairedDifference? toBaseline)
    {
        if (toBaseline is not null && !(toBaseline.PValue < Level && metric.IsBetter(toBaseline.Difference, 0)))
        {
            return toBaseline.PValue < Level ? $"worse than {metric.Baseline}" : $"no better than {metric.Baseline}";
        }

        return place == 0 ? "best" : toBest!.PValue < Level ? "worse" : "no different from the best";
    }

    private LeaderboardEntry Entry(ContenderOutcome outcome)
    {
        var figure = FigureOf(outcome);
        return new LeaderboardEntry
        {
            Name = outcome.Contender.Name,
            Algorithm = outcome.Contender.Algorithm.Name,
            Metric = metric.Name,
            K = figure?.K,
            Value = figure?.Value,
            Lower = figure?.Lower,
            Upper = figure?.Upper,
            Verdict = outcome.Measurement is null ? "failed" : $"has no {metric.Name}",
            FitTime = outcome.Measurement?.FitTime ?? TimeSpan.Zero,
            ScoreTime = outcome.Measurement?.ScoreTime ?? TimeSpan.Zero,
            PeakBytes = outcome.Measurement?.PeakBytes ?? 0,
            Error = outcome.Error,
            Measurement = outcome.Measurement,
        };
    }
}
