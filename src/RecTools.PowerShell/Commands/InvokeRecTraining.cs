using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>The main job: reads interactions, checks, splits, fits, measures, fits again on everything, scores, and publishes.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RecTraining", SupportsShouldProcess = true, DefaultParameterSetName = "Table")]
[OutputType(typeof(TrainingResult))]
public sealed class InvokeRecTraining : ListRuleCmdlet
{
    /// <summary>Name of the algorithm, such as ImplicitAls.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(AlgorithmCompleter))]
    public string? Algorithm { get; set; }

    /// <summary>Name under which the model is stored and its tables are published.</summary>
    [Parameter(Position = 1)]
    [Alias("Name")]
    public string? ModelName { get; set; }

    /// <summary>Table or view with the rows.</summary>
    [Parameter(ParameterSetName = "Table")]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>Values of the parameters that the queries have, such as <c>@{ Since = (Get-Date).AddYears(-1) }</c> for <c>WHERE OrderDate &gt;= @Since</c>.</summary>
    [Parameter]
    public Hashtable? QueryParameter { get; set; }

    /// <summary>CSV or TSV file with the rows, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Column with the user or customer; without it the usual names are tried.</summary>
    [Parameter]
    [Alias("CustomerColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? UserColumn { get; set; }

    /// <summary>Column with the order, invoice or visit that brings items together; for rules.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item; for rules.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the rating, count or weight.</summary>
    [Parameter]
    [Alias("QuantityColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ValueColumn { get; set; }

    /// <summary>Column with the time.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? TimeColumn { get; set; }

    /// <summary>What stands between the columns of a file; without it found out.</summary>
    [Parameter]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter]
    public string[]? Header { get; set; }

    /// <summary>Each line of the file is one basket, items with a separator between them; for rules.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter BasketPerLine { get; set; }

    /// <summary>Table with the categories of the items: the item and then its categories, the nearest first; or an item or category and its parent.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? HierarchyTable { get; set; }

    /// <summary>SELECT statement that gives the categories of the items.</summary>
    [Parameter]
    public string? HierarchyQuery { get; set; }

    /// <summary>File with the categories of the items.</summary>
    [Parameter]
    public string? HierarchyPath { get; set; }

    /// <summary>Columns of the item and its categories, the nearest first; without it all columns in their order.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? HierarchyColumn { get; set; }

    /// <summary>Model of groups, whose published members say to which group each user belongs; for Popularity, which then counts within the group.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? ClusterModel { get; set; }

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

    /// <summary>Table or view with what describes the items, one row for each; items that only it has can be recommended too.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? ItemTable { get; set; }

    /// <summary>SELECT statement that gives what describes the items.</summary>
    [Parameter]
    public string? ItemQuery { get; set; }

    /// <summary>File with what describes the items.</summary>
    [Parameter]
    public string? ItemPath { get; set; }

    /// <summary>Columns of it to take, perhaps with wildcards and with how to look at them: <c>Price, Tags:List, Title:Words, BrandId:Category</c>. Without it all but the id, each as it looks.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? ItemFeature { get; set; }

    /// <summary>Table or view with what describes the users, one row for each.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? UserTable { get; set; }

    /// <summary>SELECT statement that gives what describes the users.</summary>
    [Parameter]
    public string? UserQuery { get; set; }

    /// <summary>File with what describes the users.</summary>
    [Parameter]
    public string? UserPath { get; set; }

    /// <summary>Columns of it to take, as with -ItemFeature.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? UserFeature { get; set; }

    /// <summary>Settings of the algorithm, such as <c>@{ Factors = 64 }</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>How rows are set aside to measure on.</summary>
    [Parameter]
    public SplitKind? Split { get; set; }

    /// <summary>Share of rows set aside to measure on.</summary>
    [Parameter]
    public double? Holdout { get; set; }

    /// <summary>Table with test rows.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? TestTable { get; set; }

    /// <summary>SELECT statement that gives test rows.</summary>
    [Parameter]
    public string? TestQuery { get; set; }

    /// <summary>File with test rows.</summary>
    [Parameter]
    public string? TestPath { get; set; }

    /// <summary>Length of the list that ranking metrics look at.</summary>
    [Parameter]
    public int? K { get; set; }

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

    /// <summary>What to do with several rows of one user and item.</summary>
    [Parameter]
    public DuplicatePolicy? Duplicates { get; set; }

    /// <summary>Rows that may be set aside before the run fails: a share below 1, or a count.</summary>
    [Parameter]
    public double? MaxRejected { get; set; }

    /// <summary>Publishes the model that was measured, without fitting again on all rows.</summary>
    [Parameter]
    public SwitchParameter NoRefit { get; set; }

    /// <summary>Measures only; stores and publishes nothing.</summary>
    [Parameter]
    public SwitchParameter NoPublish { get; set; }

    /// <summary>Start of every random draw.</summary>
    [Parameter]
    public long? Seed { get; set; }

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int? Threads { get; set; }

    /// <summary>Bytes that the run may use, such as 2GB.</summary>
    [Parameter]
    public long? MemoryLimit { get; set; }

    /// <summary>What Ctrl-C does with what was learned so far: Discard, or Keep to measure and publish the best that the training loop has.</summary>
    [Parameter]
    public CancelAction? OnCancel { get; set; }

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

    // Each parameter has the name of its setting.
    private TrainingSettings Given()
    {
        var settings = new TrainingSettings();
        foreach (var property in typeof(TrainingSettings).GetProperties())
        {
            if (MyInvocation.BoundParameters.TryGetValue(property.Name, out var given))
            {
                property.SetValue(settings, given switch
                {
                    SwitchParameter flag => flag.ToBool(),
                    IDictionary table => OptionTable.Plain(table),
                    string path when property.Name.EndsWith("Path", StringComparison.Ordinal) => FullPath(path),
                    _ => given,
                });
            }
        }

        return settings;
    }
}
