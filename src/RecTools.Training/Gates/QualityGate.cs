using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Stops a run whose figures are not good enough to take the place of the last one.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="modelName">The model.</param>
internal sealed class QualityGate(GateRequest request, string modelName)
{
    private const string StaysAction = "The last publication stays as it was. Look at the data of this run (Get-RecRun -Detail), or lower the bar if it is meant.";
    private readonly MetricRequirement[] requirements = [.. request.RequireMetric.Select(MetricRequirement.Parse)];

    /// <summary>Checks a request before any work begins.</summary>
    /// <exception cref="RecException"><c>GateUnclear</c>, <c>GateUnmeasured</c> or <c>MaxChurnOutOfRange</c>.</exception>
    public static void CheckRequest(GateRequest request, SplitRequest split, bool publishes)
    {
        _ = new QualityGate(request, "");
        if (request.MaxChurn is { } churn && !(churn is >= 0 and <= 1))
        {
            throw RecException.Configuration(
                "MaxChurnOutOfRange", $"-MaxChurn is {churn.ToString(CultureInfo.InvariantCulture)}; it is the share of recommendations that may change.", "Give a number from 0 to 1, such as 0.5.", churn);
        }

        if (request.MaxChurn is not null && !publishes)
        {
            throw RecException.Configuration("GateUnmeasured", "-MaxChurn compares what is published, and nothing is.", "Leave out -MaxChurn or -NoPublish.", "MaxChurn");
        }

        if (split.Kind == SplitKind.None && (request.RequireMetric.Count > 0 || request.RequireNoWorse))
        {
            throw RecException.Configuration(
                "GateUnmeasured", "-Split None measures nothing, so that no metric can be required.", "Choose a split, or leave -RequireMetric and -RequireNoWorse out.", "Split");
        }
    }

    /// <summary>Checks what was measured.</summary>
    /// <param name="metrics">The figures of this run.</param>
    /// <param name="database">Where the last run's are; null for none.</param>
    /// <param name="observer">Hears what was compared.</param>
    /// <exception cref="RecException"><c>GateMetricMissing</c>, <c>GateMetric</c> or <c>GateWorse</c>.</exception>
    public void Check(IReadOnlyList<MetricValue> metrics, Database? database, IRunObserver observer)
    {
        foreach (var requirement in requirements)
        {
            var metric = metrics.FirstOrDefault(requirement.Means) ?? throw RecException.Configuration(
                "GateMetricMissing", $"-RequireMetric '{requirement.Text}' bounds a metric that this run does not have.",
                $"It has: {string.Join(", ", metrics.Select(known => known.IsAsShown ? $"{known.Split}:{known.Name}" : known.Name).Distinct())}.", requirement.Text);
            if (!requirement.IsMetBy(metric.Value))
            {
                throw new RecException(
                    "GateMetric", RecErrorKind.Gate, $"{metric} does not meet -RequireMetric '{requirement.Text}', so nothing was published.", StaysAction, requirement.Text);
            }

            observer.Verbose($"{metric} meets '{requirement.Text}'.");
        }

        if (request.RequireNoWorse && database is not null)
        {
            CheckNoWorse(metrics, database, observer);
        }
    }

    /// <summary>Checks how much readers would see change.</summary>
    /// <param name="change">The change; null where nothing was published before.</param>
    /// <exception cref="RecException"><c>GateChurn</c>.</exception>
    public void CheckChurn(PublicationChange? change)
    {
        if (change is not null && request.MaxChurn is { } most && change.Churn > most)
        {
            throw new RecException(
                "GateChurn", RecErrorKind.Gate,
                string.Create(CultureInfo.InvariantCulture, $"{change.Churn:P1} of the recommendations would be others than readers of '{modelName}' see now, more than -MaxChurn {most:P1} allows, so nothing was published."),
                StaysAction, most);
        }
    }

    // Every night's figure is a little other than the last one's: worse is what chance does not explain.
    private void CheckNoWorse(IReadOnlyList<MetricValue> metrics, Database database, IRunObserver observer)
    {
        var current = new ModelStore(database).Find(null, allVersions: false).FirstOrDefault(model => model.Name.Equals(modelName, StringComparison.OrdinalIgnoreCase));
        var last = current is null ? null : new RunStore(database).Find(null, current.RunId, 1, detail: true)[0];
        foreach (var metric in metrics.Where(metric => metric is { Name: "RMSE" or "nDCG", IsAsShown: false, Lower: not null, Upper: not null }))
        {
            if (last?.Metrics.FirstOrDefault(old => (old.Split, old.Name, old.K) == (metric.Split, metric.Name, metric.K)) is not { } before)
            {
                observer.Verbose($"There is no {metric.Name} of an earlier run of '{modelName}' to compare with.");
                continue;
            }

            var isWorse = metric.Name == "RMSE" ? metric.Lower > before.Value : metric.Upper < before.Value;
            if (isWorse)
            {
                throw new RecException(
                    "GateWorse", RecErrorKind.Gate,
                    string.Create(CultureInfo.InvariantCulture, $"{metric} (95 % interval {metric.Lower:0.0000} to {metric.Upper:0.0000}) is worse than {before} of run {last.RunId}, so nothing was published."),
                    StaysAction, metric.Name);
            }

            observer.Verbose($"{metric} is no worse than {before} of run {last.RunId}.");
        }
    }
}
