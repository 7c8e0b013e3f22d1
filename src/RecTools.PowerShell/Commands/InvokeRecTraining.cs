using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>The main job: reads interactions, checks, splits, fits, measures, fits again on everything, scores, and publishes.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RecTraining", SupportsShouldProcess = true, DefaultParameterSetName = "Table")]
[OutputType(typeof(TrainingResult))]
public sealed class InvokeRecTraining : TrainingSourceCmdlet
{
    /// <summary>Name of the algorithm, such as ImplicitAls.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(AlgorithmCompleter))]
    public string? Algorithm { get; set; }

    /// <summary>Name under which the model is stored and its tables are published.</summary>
    [Parameter(Position = 1)]
    [Alias("Name")]
    public string? ModelName { get; set; }

    /// <summary>Numeric columns that describe a customer, perhaps with wildcards; for KMeans and Hierarchical.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? Feature { get; set; }

    /// <summary>Columns with names, such as a city, that describe a customer: each frequent one becomes a feature of 0 or 1.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? CategoricalFeature { get; set; }

    /// <summary>Features of a customer to compute from lines of orders; for KMeans and Hierarchical.</summary>
    [Parameter]
    public OrderFeature[]? OrderFeature { get; set; }

    /// <summary>Column with the price of one piece; for -OrderFeature.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? PriceColumn { get; set; }

    /// <summary>Column with the amount of a line, instead of quantity times price; for -OrderFeature.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? AmountColumn { get; set; }

    /// <summary>Column with the category of a line's item; for the feature CategoryShares.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? CategoryColumn { get; set; }

    /// <summary>Day from which recency and tenure are counted back; without it the midnight after the last day of the orders.</summary>
    [Parameter]
    public DateTime? ReferenceDate { get; set; }

    /// <summary>How features are made comparable.</summary>
    [Parameter]
    public FeatureScaling? Scaling { get; set; }

    /// <summary>What happens where a feature is not known.</summary>
    [Parameter]
    public MissingValues? Missing { get; set; }

    /// <summary>Categories of a column that become features of their own; the rarer ones together are one more.</summary>
    [Parameter]
    public int? MaxCategories { get; set; }

    /// <summary>File to draw plots to, as SVG or PNG by its ending; each plot adds its kind to the name.</summary>
    [Parameter]
    public string? PlotPath { get; set; }

    /// <summary>Settings of the algorithm, such as <c>@{ Factors = 64 }</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>Recommendations to write for each user.</summary>
    [Parameter]
    public int? Top { get; set; }

    /// <summary>A table of your own to write recommendations to instead of the versioned ones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Destination { get; set; }

    /// <summary>How that table is written.</summary>
    [Parameter]
    public DestinationMode? DestinationMode { get; set; }

    /// <summary>Similar items to write for each item; 0 writes none.</summary>
    [Parameter]
    public int? SimilarTop { get; set; }

    /// <summary>Parts of the reason to write for each recommendation; 0 writes none.</summary>
    [Parameter]
    public int? EvidenceTop { get; set; }

    /// <summary>Bounds of metrics without which nothing is published, such as <c>'nDCG@10>=0.38'</c>; the run ends as Rejected, and the host with exit code 3.</summary>
    [Parameter]
    public string[]? RequireMetric { get; set; }

    /// <summary>Publishes only if RMSE and nDCG, those that there are, are no worse than those of the run that readers see now, beyond chance.</summary>
    [Parameter]
    public SwitchParameter RequireNoWorse { get; set; }

    /// <summary>Share of the recommendations that may be others than readers see now, such as 0.5; more is not published.</summary>
    [Parameter]
    public double? MaxChurn { get; set; }

    /// <summary>Publishes the model that was measured, without fitting again on all rows.</summary>
    [Parameter]
    public SwitchParameter NoRefit { get; set; }

    /// <summary>Measures only; stores and publishes nothing.</summary>
    [Parameter]
    public SwitchParameter NoPublish { get; set; }

    /// <summary>What Ctrl-C does with what was learned so far: Discard, or Keep to measure and publish the best that the training loop has.</summary>
    [Parameter]
    public CancelAction? OnCancel { get; set; }

    /// <summary>With -Algorithm Auto: time that it may take to choose, such as 00:05:00; without it ten minutes.</summary>
    [Parameter]
    public TimeSpan? TimeBudget { get; set; }

    /// <summary>With -Algorithm Auto: the figure to choose by, such as nDCG (the default), RMSE, MAP or Recall.</summary>
    [Parameter]
    public string? Metric { get; set; }

    /// <summary>Records of the model's runs to keep in the history; without it all. Those of versions that are kept stay in any case.</summary>
    [Parameter]
    public int? KeepRuns { get; set; }

    /// <summary>Versions of the published tables to keep.</summary>
    [Parameter]
    public int? KeepVersions { get; set; }

    /// <summary>A job file with any of these settings; a parameter given here beats the file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ArgumentCompleter(typeof(ConfigFileCompleter))]
    public string? ConfigPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var log = RunLog.Open(this, ConfigPath is not null);
        if (Guard(() => log is null ? Train(null) : log.Close(() => Train(log))) is { } result)
        {
            WriteObject(result);
        }
    }

    // Null where the user only wants to know what would be done.
    private TrainingResult? Train(RunLog? log)
    {
        var settings = Given();
        var request = (ConfigPath is null ? settings : settings.Over(JobFile.Read(FullPath(ConfigPath)))).ToRequest();
        var connection = request.Publish ? RequireDatabase() : DatabaseOrNone;
        return !request.Publish || ShouldProcess($"{request.ModelName} in {connection}", $"Train {request.Algorithm} and publish")
            ? Observe(
                $"Training {request.ModelName} ({request.Algorithm})",
                (observer, cancellation) => TrainingRun.Execute(request, connection, observer, cancellation),
                log)
            : null;
    }
}
