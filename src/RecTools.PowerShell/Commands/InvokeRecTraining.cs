using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>The main job: reads interactions, checks, splits, fits, measures, fits again on everything, scores, and publishes.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RecTraining", SupportsShouldProcess = true, DefaultParameterSetName = "Table")]
[OutputType(typeof(TrainingResult))]
public sealed class InvokeRecTraining : ConnectedCmdlet
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
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>CSV or TSV file with the rows, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Column with the user or customer; without it the usual names are tried.</summary>
    [Parameter]
    [Alias("CustomerColumn")]
    public string? UserColumn { get; set; }

    /// <summary>Column with the order, invoice or visit that brings items together; for rules.</summary>
    [Parameter]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item.</summary>
    [Parameter]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item; for rules.</summary>
    [Parameter]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the rating, count or weight.</summary>
    [Parameter]
    [Alias("QuantityColumn")]
    public string? ValueColumn { get; set; }

    /// <summary>Column with the time.</summary>
    [Parameter]
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
    public string? HierarchyTable { get; set; }

    /// <summary>SELECT statement that gives the categories of the items.</summary>
    [Parameter]
    public string? HierarchyQuery { get; set; }

    /// <summary>File with the categories of the items.</summary>
    [Parameter]
    public string? HierarchyPath { get; set; }

    /// <summary>Columns of the item and its categories, the nearest first; without it all columns in their order.</summary>
    [Parameter]
    public string[]? HierarchyColumn { get; set; }

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

    /// <summary>Versions of the published tables to keep.</summary>
    [Parameter]
    public int? KeepVersions { get; set; }

    /// <summary>A job file with any of these settings; a parameter given here beats the file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string? ConfigPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = Guard(() =>
        {
            var settings = Given();
            return (ConfigPath is null ? settings : settings.Over(JobFile.Read(FullPath(ConfigPath)))).ToRequest();
        });
        var connection = request.Publish ? Database : DatabaseOrNone;
        if (!request.Publish || ShouldProcess($"{request.ModelName} in {connection}", $"Train {request.Algorithm} and publish"))
        {
            WriteObject(Watch(
                $"Training {request.ModelName} ({request.Algorithm})",
                (observer, cancellation) => TrainingRun.Execute(request, connection, observer, cancellation)));
        }
    }

    private TrainingSettings Given() => new()
    {
        Algorithm = Algorithm,
        ModelName = ModelName,
        Table = Table,
        Query = Query,
        Path = Path is null ? null : FullPath(Path),
        UserColumn = UserColumn,
        BasketColumn = BasketColumn,
        ItemColumn = ItemColumn,
        ItemNameColumn = ItemNameColumn,
        ValueColumn = ValueColumn,
        TimeColumn = TimeColumn,
        Delimiter = Delimiter,
        Header = Header,
        BasketPerLine = BasketPerLine.IsPresent ? BasketPerLine.ToBool() : null,
        HierarchyTable = HierarchyTable,
        HierarchyQuery = HierarchyQuery,
        HierarchyPath = HierarchyPath is null ? null : FullPath(HierarchyPath),
        HierarchyColumn = HierarchyColumn,
        Option = Option is null ? null : Plain(Option),
        Split = Split,
        Holdout = Holdout,
        TestTable = TestTable,
        TestQuery = TestQuery,
        TestPath = TestPath is null ? null : FullPath(TestPath),
        K = K,
        Top = Top,
        Destination = Destination,
        DestinationMode = DestinationMode,
        SimilarTop = SimilarTop,
        EvidenceTop = EvidenceTop,
        Duplicates = Duplicates,
        MaxRejected = MaxRejected,
        NoRefit = NoRefit.IsPresent ? NoRefit.ToBool() : null,
        NoPublish = NoPublish.IsPresent ? NoPublish.ToBool() : null,
        Seed = Seed,
        Threads = Threads,
        MemoryLimit = MemoryLimit,
        KeepVersions = KeepVersions,
    };

    private static Dictionary<string, object?> Plain(IDictionary table)
    {
        var plain = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            plain[entry.Key.ToString()!] = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        }

        return plain;
    }
}
