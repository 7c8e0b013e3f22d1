using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Tests whether a model is better on test rows than what recommends without learning anything of a user.</summary>
/// <param name="run">What is asked for and what is at hand.</param>
/// <param name="metric">The figure compared by.</param>
internal sealed class BaselineTest(RunContext run, QualityMetric metric)
{
    private const int Draws = 10_000;
    private const double Significant = 0.05;

    /// <summary>Compares, and warns where the model is no better beyond chance.</summary>
    /// <param name="algorithm">Name of the model's algorithm.</param>
    /// <param name="model">The model.</param>
    /// <param name="source">The rows it was fitted on.</param>
    /// <param name="train">Their matrix.</param>
    /// <param name="test">Rows to measure on.</param>
    /// <returns>The trivial algorithm's figure, and the probability of a difference this large by chance; empty where the two are one, or nothing can be compared.</returns>
    public IReadOnlyList<MetricValue> Compare(string algorithm, IRecommender model, Interactions source, SparseMatrix train, SparseMatrix test)
    {
        if (algorithm == metric.Baseline)
        {
            return [];
        }

        var trivial = RequestChecker.FindRecommender(metric.Baseline);
        var context = new FitContext(run.Workers, run.Request.Seed, SilentObserver.Instance) { Side = source.SideFor(train) };
        var other = trivial.Fit(train, OptionBinder.Bind(trivial, new Dictionary<string, object?>()), context);
        if (FiguresOf(model, train, test) is not { } ours || FiguresOf(other, train, test) is not { } theirs)
        {
            return [];
        }

        var difference = PairedTest.Compare(ours, theirs, metric.Name, Draws, run.Request.Seed, run.Workers);
        var (own, baseline) = (ours.Total(metric.Name), theirs.Total(metric.Name));
        var compared = string.Create(CultureInfo.InvariantCulture, $"{metric.Name} {own:0.0000} against {baseline:0.0000} on the test rows, p = {difference.PValue:0.####}");
        if (metric.IsBetter(own, baseline) && difference.PValue < Significant)
        {
            run.Observer.Verbose($"{algorithm} is better than {metric.Baseline}: {compared}.");
        }
        else
        {
            run.Observer.Warning($"{algorithm} is no better than {metric.Baseline} beyond chance: {compared}. What it learned of each user is worth nothing here.");
        }

        return
        [
            new MetricValue("Model", metric.Baseline + metric.Name, null, baseline, null, null),
            new MetricValue("Model", $"{metric.Baseline}PValue", null, difference.PValue, null, null),
        ];
    }

    private UserFigures? FiguresOf(IRecommender model, SparseMatrix train, SparseMatrix test) =>
        Evaluator.Measure(model, train, test, run.Request.K, new EvaluationOptions { Resamples = 0 }, run.Workers, run.Request.Seed).FiguresOf(metric.Name) is { Users.Length: > 0 } figures
            ? figures
            : null;
}
