using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>
/// Fits algorithms and the algorithms of stored models on the same rows, measures them on the same rows and ranks them: with 95 % intervals, differences from the best tested on the same
/// users and corrected for their number, and a verdict in words. Popularity, and Bias where there are ratings, always take part.
/// </summary>
[Cmdlet(VerbsData.Compare, "RecModel", DefaultParameterSetName = "Table")]
[OutputType(typeof(LeaderboardEntry))]
public sealed class CompareRecModel : TrainingSourceCmdlet
{
    private readonly List<string> models = [];

    /// <summary>Algorithms, perhaps with settings in brackets, such as <c>'ItemKnn(Neighbors=40)'</c>. Without them and without stored models all that the rows allow.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RecommenderCompleter))]
    public string[]? Algorithm { get; set; }

    /// <summary>Stored models: their algorithms and settings take part, fitted anew on the rows given, or on those of the first of them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string[]? ModelName { get; set; }

    /// <summary>Settings by algorithm, such as <c>@{ ImplicitAls = @{ Factors = 64 }; ItemKnn = @{ Neighbors = 40 } }</c>.</summary>
    [Parameter]
    public IDictionary? Option { get; set; }

    /// <summary>The figure that models are ranked by: nDCG, which is the default, Precision, Recall, HitRate, MAP, MAP@k, RMSE or MAE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MetricCompleter))]
    public string? Metric { get; set; }

    /// <summary>Smallest value of a test row, such as a rating of 4, that makes its item one that should be in the list; without it every test row does.</summary>
    [Parameter]
    public float? RelevantFrom { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => models.AddRange(ModelName ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Watch("Comparing models", Compare).Entries, enumerateCollection: true);

    private ModelComparison Compare(IRunObserver observer, CancellationToken cancellation) => ModelComparer.Compare(
        new ComparisonRequest
        {
            Training = (Given(nameof(Algorithm), nameof(ModelName), nameof(Option)) with { Algorithm = "", ModelName = "" }).ToRequest(),
            Algorithms = Algorithm ?? [],
            StoredModels = models,
            Options = OptionTable.Plain(Option).ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, object?>)SettingsOf(pair.Key, pair.Value)),
            Metric = Metric,
            RelevantFrom = RelevantFrom,
        },
        DatabaseOrNone, observer, cancellation);

    private static Dictionary<string, object?> SettingsOf(string name, object? value) => value is IDictionary table ? OptionTable.Plain(table) : throw RecException.Configuration(
        "OptionTableNeeded", $"-Option gives '{name}' the value '{value}'; settings are given by algorithm here.",
        "Write a table for each algorithm, such as @{ ImplicitAls = @{ Factors = 64 } }.", name);
}
