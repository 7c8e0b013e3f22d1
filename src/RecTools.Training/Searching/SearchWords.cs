using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Says why a trial was taken.</summary>
internal static class SearchWords
{
    /// <summary>The reason in a sentence.</summary>
    /// <param name="log">The trials.</param>
    /// <param name="chosen">The one taken.</param>
    /// <param name="first">The one with default settings.</param>
    /// <param name="metric">The figure.</param>
    public static string Of(TrialLog log, SearchTrial chosen, SearchTrial first, QualityMetric metric)
    {
        var best = log.Best!;
        var folds = chosen.FoldValues.Length;
        if (chosen.Number == first.Number)
        {
            return best.Number == first.Number
                ? string.Create(CultureInfo.InvariantCulture, $"The defaults have the best {metric.Name} on {folds} validation folds, {chosen.Value:0.0000}.")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The defaults ({metric.Name} {chosen.Value:0.0000} on {folds} validation folds) are taken: the best trial ({best.Value:0.0000}) is better by no more than one standard error.");
        }

        var ahead = first.Status == TrialStatus.Finished
            ? string.Create(CultureInfo.InvariantCulture, $" against {first.Value:0.0000} of the defaults, a difference of {ErrorsAhead(log, chosen, first):0.0} standard errors")
            : "; the defaults could not be measured";
        return string.Create(CultureInfo.InvariantCulture, $"Best {metric.Name} on {folds} validation folds: {chosen.Value:0.0000}{ahead}.");
    }

    private static double ErrorsAhead(TrialLog log, SearchTrial chosen, SearchTrial first)
    {
        var difference = FoldDifference.Of(log.Oriented(chosen), log.Oriented(first));
        return difference.StandardError > 0 ? difference.Mean / difference.StandardError : double.PositiveInfinity;
    }
}
