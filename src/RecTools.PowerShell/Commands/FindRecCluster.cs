using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Finds groups of customers in a table, query, file or the pipeline, and says what each is like; nothing is written but plots.</summary>
[Cmdlet(VerbsCommon.Find, "RecCluster", DefaultParameterSetName = "Table")]
[OutputType(typeof(Cluster), typeof(ClusterFeature), typeof(ClusterMember), typeof(ClusterMerge), typeof(ClusterCurvePoint), typeof(MetricValue))]
public sealed class FindRecCluster : FinderCmdlet
{
    /// <summary>Numeric columns that describe a customer, perhaps with wildcards; without it all numeric columns.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? Feature { get; set; }

    /// <summary>Columns with names, such as a city: each frequent one becomes a feature of 0 or 1.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? CategoricalFeature { get; set; }

    /// <summary>Features to compute from lines of orders.</summary>
    [Parameter]
    public OrderFeature[]? OrderFeature { get; set; }

    /// <summary>Column with the price of one piece; lines of zero or below are left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? PriceColumn { get; set; }

    /// <summary>Column with the amount of a line, instead of quantity times price.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? AmountColumn { get; set; }

    /// <summary>Column with the category of a line's item; for the feature CategoryShares.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? CategoryColumn { get; set; }

    /// <summary>Column with the time of a line.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
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

    /// <summary>Start of every random draw.</summary>
    [Parameter]
    public long Seed { get; set; } = 42;

    /// <inheritdoc/>
    protected override string Activity => "Finding groups of customers";

    /// <inheritdoc/>
    protected override InteractionSource Refine(InteractionSource source) => source with { TimeColumn = TimeColumn };

    /// <inheritdoc/>
    protected override (string Summary, IEnumerable<object> Found) Find(InteractionSource source, IRunObserver observer, CancellationToken cancellation)
    {
        var finder = ClusterFinder.Find(Request(source), DatabaseOrNone, observer, cancellation);
        if (As == ClusterOutput.Merge && finder.Merges.Count == 0)
        {
            throw RecException.Configuration("NoMerges", $"{Algorithm} does not merge groups.", "Give -Algorithm Hierarchical.", Algorithm);
        }

        if (As == ClusterOutput.Curve && !finder.Curve.Any())
        {
            throw RecException.Configuration("NoCurve", "Only one number of groups was made, so there is no curve.", "Leave -ClusterCount and CutHeight out: Auto tries several.", As);
        }

        return (finder.Summary, Given(finder));
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

    private ClusterRequest Request(InteractionSource source) => new()
    {
        QueryParameters = QueryParameters,
        Algorithm = Algorithm,
        Source = source,
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
        var options = OptionTable.Plain(Option);
        if (ClusterCount is not null)
        {
            options[nameof(ClusterCount)] = ClusterCount is PSObject wrapped ? wrapped.BaseObject : ClusterCount;
        }

        return options;
    }
}
