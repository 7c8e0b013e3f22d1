using System.Management.Automation;
using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Finds rules of the form "if X then Y" in baskets of a table, query, file or the pipeline; nothing is written.</summary>
[Cmdlet(VerbsCommon.Find, "RecAssociationRule", DefaultParameterSetName = "Table")]
[OutputType(typeof(AssociationRule), typeof(Itemset), typeof(ItemsetEstimate))]
public sealed class FindRecAssociationRule : ConnectedCmdlet
{
    private readonly List<IReadOnlyDictionary<string, object?>> objects = [];
    private bool hadFiles;

    /// <summary>Table or view with the lines of the orders.</summary>
    [Parameter(ParameterSetName = "Table", Mandatory = true, Position = 0)]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the lines.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>CSV or TSV file with the lines, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    [Alias("FullName")]
    public string? Path { get; set; }

    /// <summary>Objects whose properties are the columns; or files, as Get-ChildItem gives them, each of which is searched by itself.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Column with the order, invoice or visit that brings items together; without it the usual names are tried.</summary>
    [Parameter]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item.</summary>
    [Parameter]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item.</summary>
    [Parameter]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the quantity; lines of zero or below are left out as cancelled.</summary>
    [Parameter]
    [Alias("QuantityColumn")]
    public string? ValueColumn { get; set; }

    /// <summary>Column with the customer, whose purchases are one basket where there is no column of baskets.</summary>
    [Parameter]
    [Alias("CustomerColumn")]
    public string? UserColumn { get; set; }

    /// <summary>What stands between the columns of a file, or between the items of a basket; without it found out.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
    public string[]? Header { get; set; }

    /// <summary>Each line of the file is one basket, items with a separator between them.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
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

    /// <summary>Share of all baskets that must hold the items of a rule, or Auto, which is the default.</summary>
    [Parameter]
    public object? MinSupport { get; set; }

    /// <summary>Number of baskets that must hold the items of a rule, instead of a share.</summary>
    [Parameter]
    public int MinCount { get; set; }

    /// <summary>A share of all baskets up to 1, or a number of baskets above, as Analysis Services takes it: MinSupport or MinCount.</summary>
    [Parameter(DontShow = true)]
    [Alias("MINIMUM_SUPPORT")]
    public object? MinimumSupport { get; set; }

    /// <summary>Items in more than this share of all baskets are left out.</summary>
    [Parameter]
    public double MaxSupport { get; set; }

    /// <summary>Items in more than this number of baskets are left out, instead of a share.</summary>
    [Parameter]
    public int MaxCount { get; set; }

    /// <summary>A share of all baskets up to 1, or a number of baskets above, as Analysis Services takes it: MaxSupport or MaxCount.</summary>
    [Parameter(DontShow = true)]
    [Alias("MAXIMUM_SUPPORT")]
    public object? MaximumSupport { get; set; }

    /// <summary>How often a rule must hold: the share of the baskets with its if-side that have its then-side too.</summary>
    [Parameter]
    [Alias("MINIMUM_PROBABILITY")]
    public double MinConfidence { get; set; }

    /// <summary>The most items that a rule, or an itemset, may have.</summary>
    [Parameter]
    [Alias("MAXIMUM_ITEMSET_SIZE")]
    public int MaxItems { get; set; }

    /// <summary>Refuses a support that gives more itemsets than this; without it as many as memory holds.</summary>
    [Parameter]
    [Alias("MAXIMUM_ITEMSET_COUNT")]
    public long MaxItemsets { get; set; }

    /// <summary>The most items that a rule may have on its then-side; 1 without it.</summary>
    [Parameter]
    public int MaxConsequent { get; set; }

    /// <summary>Baskets of more items than this are left out.</summary>
    [Parameter]
    public int MaxBasketSize { get; set; }

    /// <summary>Counts lines whose quantity is zero or below.</summary>
    [Parameter]
    public SwitchParameter KeepCancelled { get; set; }

    /// <summary>Patterns such as milk* for names or ids; a rule is kept if an item of its if-side fits one of them. * and ? are wildcards, brackets are not.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Antecedent { get; set; }

    /// <summary>Patterns for names or ids; a rule is kept if an item of its then-side fits one of them. * and ? are wildcards, brackets are not.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Consequent { get; set; }

    /// <summary>Leaves out rules that are no surer than one with fewer conditions.</summary>
    [Parameter]
    public SwitchParameter PruneRedundant { get; set; }

    /// <summary>The smallest lift.</summary>
    [Parameter]
    public double MinLift { get; set; }

    /// <summary>The smallest leverage.</summary>
    [Parameter]
    public double MinLeverage { get; set; }

    /// <summary>The smallest conviction.</summary>
    [Parameter]
    public double MinConviction { get; set; }

    /// <summary>The smallest cosine.</summary>
    [Parameter]
    public double MinCosine { get; set; }

    /// <summary>The smallest Kulczynski measure.</summary>
    [Parameter]
    public double MinKulczynski { get; set; }

    /// <summary>The largest imbalance ratio.</summary>
    [Parameter]
    public double MaxImbalanceRatio { get; set; }

    /// <summary>The smallest importance.</summary>
    [Parameter]
    [Alias("MINIMUM_IMPORTANCE")]
    public double MinImportance { get; set; }

    /// <summary>The largest p-value by Fisher's exact test, after correction.</summary>
    [Parameter]
    public double MaxPValue { get; set; }

    /// <summary>How p-values are corrected for the number of rules tested.</summary>
    [Parameter]
    public PValueCorrection PValueCorrection { get; set; }

    /// <summary>Gives the itemsets instead of the rules: all, closed or maximal ones.</summary>
    [Parameter]
    public ItemsetKind Itemset { get; set; }

    /// <summary>Gives how many itemsets various supports would give, and finds nothing.</summary>
    [Parameter]
    public SwitchParameter Estimate { get; set; }

    /// <summary>Gives so many rules or itemsets, the strongest first; without it all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = int.MaxValue;

    /// <summary>Rows that may be set aside before the search fails: a share below 1, or a count.</summary>
    [Parameter]
    public double MaxRejected { get; set; } = 0.1;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int Threads { get; set; }

    /// <summary>Bytes that may be used, such as 2GB.</summary>
    [Parameter]
    public long MemoryLimit { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Estimate && Bound.ContainsKey(nameof(Itemset)))
        {
            ThrowTerminatingError(ErrorRecords.From(RecException.Configuration(
                "ItemsetOrEstimate", "-Itemset and -Estimate are both given, and -Estimate finds nothing.", "Give one of them.", Itemset)));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is FileInfo file)
        {
            hadFiles = true;
            Each(() => Write(Observe($"Finding rules in {file.Name}", (observer, cancellation) => Find(FileSource(file.FullName), observer, cancellation)), file.FullName));
        }
        else if (InputObject is not null)
        {
            objects.Add(Properties(InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (hadFiles && objects.Count == 0)
        {
            return;
        }

        var source = Path is not null ? FileSource(FullPath(Path)) : Columns(new InteractionSource
        {
            Table = Table,
            Query = Query,
            Objects = ParameterSetName == "Object" ? objects : null,
            BasketPerLine = BasketPerLine,
        });
        Write(Watch("Finding rules", (observer, cancellation) => Find(source, observer, cancellation)), null);
    }

    private Dictionary<string, object> Bound => MyInvocation.BoundParameters;

    // Lazy: a million rules need not be objects all at once.
    private (string Summary, IEnumerable<object> Found) Find(InteractionSource source, IRunObserver observer, CancellationToken cancellation)
    {
        var finder = RuleFinder.Open(Request(source), DatabaseOrNone, observer, cancellation);
        IEnumerable<object> found = Estimate ? finder.Estimate()
            : Bound.ContainsKey(nameof(Itemset)) ? finder.FindItemsets(Itemset)
            : finder.FindRules(observer);
        return (finder.Summary, found.Take(Top));
    }

    // Where there may be several files, each object says which one it is from.
    private void Write((string Summary, IEnumerable<object> Found) result, string? file)
    {
        WriteInformation(result.Summary, ["RecTools"]);
        foreach (var one in result.Found)
        {
            if (file is null)
            {
                WriteObject(one);
                continue;
            }

            var marked = new PSObject(one);
            marked.Properties.Add(new PSNoteProperty("Path", file));
            WriteObject(marked);
        }
    }

    private InteractionSource FileSource(string path) =>
        Columns(new InteractionSource { Path = path, Delimiter = Delimiter, Header = Header, BasketPerLine = BasketPerLine });

    private InteractionSource Columns(InteractionSource source) => source with
    {
        BasketColumn = BasketColumn,
        ItemColumn = ItemColumn,
        ItemNameColumn = ItemNameColumn,
        ValueColumn = ValueColumn,
        UserColumn = UserColumn,
    };

    private RuleRequest Request(InteractionSource source) => new()
    {
        Source = source,
        Hierarchy = (HierarchyTable ?? HierarchyQuery ?? HierarchyPath) is null && HierarchyColumn is null ? null : new HierarchySource
        {
            Table = HierarchyTable,
            Query = HierarchyQuery,
            Path = HierarchyPath is null ? null : FullPath(HierarchyPath),
            Columns = HierarchyColumn,
        },
        Options = OptionInfo.Of(typeof(AssociationRulesOptions)).Select(option => (option.Name, Parameter: option.Name))
            .Append((Name: "MINIMUM_SUPPORT", Parameter: nameof(MinimumSupport)))
            .Append((Name: "MAXIMUM_SUPPORT", Parameter: nameof(MaximumSupport)))
            .Where(pair => Bound.ContainsKey(pair.Parameter))
            .ToDictionary(pair => pair.Name, pair => OptionValue(Bound[pair.Parameter])),
        MaxRejected = MaxRejected,
        Threads = Threads,
        MemoryLimit = MemoryLimit,
    };

    private static object? OptionValue(object? value) => value switch
    {
        PSObject wrapped => wrapped.BaseObject,
        SwitchParameter flag => flag.ToBool(),
        _ => value,
    };
}
