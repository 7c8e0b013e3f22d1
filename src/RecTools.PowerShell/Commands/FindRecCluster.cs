using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Finds groups of customers in a table, query, file or the pipeline, and says what each is like; nothing is written but plots.</summary>
[Cmdlet(VerbsCommon.Find, "RecCluster", DefaultParameterSetName = "Table")]
[OutputType(typeof(Cluster), typeof(ClusterFeature), typeof(ClusterMember), typeof(ClusterMerge), typeof(ClusterCurvePoint), typeof(MetricValue))]
public sealed class FindRecCluster : ConnectedCmdlet
{
    private readonly List<IReadOnlyDictionary<string, object?>> objects = [];

    /// <summary>Table or view: one row a customer, or with -OrderFeature one a line of an order.</summary>
    [Parameter(ParameterSetName = "Table", Mandatory = true, Position = 0)]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>CSV or TSV file with the rows, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Objects whose properties are the columns.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Column with the customer; without it the usual names are tried.</summary>
    [Parameter]
    [Alias("UserColumn")]
    public string? CustomerColumn { get; set; }

    /// <summary>Numeric columns that describe a customer, perhaps with wildcards; without it all numeric columns.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string[]? Feature { get; set; }

    /// <summary>Columns with names, such as a city: each frequent one becomes a feature of 0 or 1.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? CategoricalFeature { get; set; }

    /// <summary>Features to compute from lines of orders.</summary>
    [Parameter]
    public OrderFeature[]? OrderFeature { get; set; }

    /// <summary>Column with the order; for -OrderFeature.</summary>
    [Parameter]
    [Alias("OrderColumn")]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item; for -OrderFeature.</summary>
    [Parameter]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item; for -OrderFeature.</summary>
    [Parameter]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the quantity; lines of zero or below are left out as cancelled.</summary>
    [Parameter]
    [Alias("ValueColumn")]
    public string? QuantityColumn { get; set; }

    /// <summary>Column with the price of one piece; lines of zero or below are left out.</summary>
    [Parameter]
    public string? PriceColumn { get; set; }

    /// <summary>Column with the amount of a line, instead of quantity times price.</summary>
    [Parameter]
    public string? AmountColumn { get; set; }

    /// <summary>Column with the category of a line's item; for the feature CategoryShares.</summary>
    [Parameter]
    public string? CategoryColumn { get; set; }

    /// <summary>Column with the time of a line.</summary>
    [Parameter]
    public string? TimeColumn { get; set; }

    /// <summary>Day from which recency and tenure are counted back; without it the midnight after the last day of the orders.</summary>
    [Parameter]
    public DateTime? ReferenceDate { get; set; }

    /// <summary>How features are made comparable.</summary>
    [Parameter]
    public FeatureScaling Scaling { get; set; }

    /// <summary>What happens where a feature is not known.</summary>
    [Parameter]
    public MissingValues Missing { get; set; }

    /// <summary>Categories of a column that become features of their own; the rarer ones together are one more.</summary>
    [Parameter]
    public int MaxCategories { get; set; } = new FeatureRequest().MaxCategories;

    /// <summary>KMeans, or Hierarchical.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClusterAlgorithmCompleter))]
    public string Algorithm { get; set; } = "KMeans";

    /// <summary>How many groups to make, or Auto, which is the default.</summary>
    [Parameter]
    [Alias("CLUSTER_COUNT", "K")]
    public object? ClusterCount { get; set; }

    /// <summary>Other settings of the algorithm, such as <c>@{ Linkage = 'Average' }</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>What to give: the groups, their features, the customers, the merges, the curve over the number of groups, or how good the groups are.</summary>
    [Parameter]
    public ClusterOutput As { get; set; }

    /// <summary>File to draw plots to, as SVG or PNG by its ending; each plot adds its kind to the name.</summary>
    [Parameter]
    public string? PlotPath { get; set; }

    /// <summary>What to do with several rows of a customer: Mean, Sum or Max; else they are an error.</summary>
    [Parameter]
    public DuplicatePolicy Duplicates { get; set; }

    /// <summary>What stands between the columns of a file; without it found out.</summary>
    [Parameter(ParameterSetName = "Path")]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter(ParameterSetName = "Path")]
    public string[]? Header { get; set; }

    /// <summary>Rows that may be set aside before the search fails: a share below 1, or a count.</summary>
    [Parameter]
    public double MaxRejected { get; set; } = 0.1;

    /// <summary>Start of every random draw.</summary>
    [Parameter]
    public long Seed { get; set; } = 42;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int Threads { get; set; }

    /// <summary>Bytes that may be used, such as 2GB.</summary>
    [Parameter]
    public long MemoryLimit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            objects.Add(Properties(InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var connection = DatabaseOrNone;
        var found = Watch("Finding groups of customers", (observer, cancellation) => Given(ClusterFinder.Find(Request(), connection, observer, cancellation)));
        foreach (var one in found)
        {
            WriteObject(one);
        }
    }

    private IEnumerable<object> Given(ClusterFinder found) => As switch
    {
        ClusterOutput.Feature => found.Features,
        ClusterOutput.Member => found.Members,
        ClusterOutput.Merge => found.Merges,
        ClusterOutput.Curve => found.Curve,
        ClusterOutput.Metric => found.Metrics,
        _ => found.Clusters,
    };

    private ClusterRequest Request() => new()
    {
        Algorithm = Algorithm,
        Source = new InteractionSource
        {
            Table = Table,
            Query = Query,
            Path = Path is null ? null : FullPath(Path),
            Objects = ParameterSetName == "Object" ? objects : null,
            UserColumn = CustomerColumn,
            BasketColumn = BasketColumn,
            ItemColumn = ItemColumn,
            ItemNameColumn = ItemNameColumn,
            ValueColumn = QuantityColumn,
            TimeColumn = TimeColumn,
            Delimiter = Delimiter,
            Header = Header,
        },
        Features = new FeatureRequest
        {
            Columns = Feature,
            CategoricalColumns = CategoricalFeature ?? [],
            FromOrders = OrderFeature,
            PriceColumn = PriceColumn,
            AmountColumn = AmountColumn,
            CategoryColumn = CategoryColumn,
            ReferenceDate = ReferenceDate,
            Scaling = Scaling,
            Missing = Missing,
            MaxCategories = MaxCategories,
            PlotPath = PlotPath is null ? null : FullPath(PlotPath),
        },
        Options = Options(),
        Duplicates = Duplicates,
        MaxRejected = MaxRejected,
        Seed = Seed,
        Threads = Threads,
        MemoryLimit = MemoryLimit,
    };

    private Dictionary<string, object?> Options()
    {
        var options = Option is null ? [] : OptionTable.Plain(Option);
        if (ClusterCount is not null)
        {
            options[nameof(ClusterCount)] = ClusterCount is PSObject wrapped ? wrapped.BaseObject : ClusterCount;
        }

        return options;
    }
}
