using System.Management.Automation;
using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Finds rules of the form "if X then Y" in baskets of a table, query, file or the pipeline; nothing is written.</summary>
[Cmdlet(VerbsCommon.Find, "RecAssociationRule", DefaultParameterSetName = "Table")]
[OutputType(typeof(AssociationRule), typeof(Itemset), typeof(ItemsetEstimate))]
public sealed class FindRecAssociationRule : FinderCmdlet
{
    /// <summary>Each line of the file is one basket, items with a separator between them.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
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

    /// <inheritdoc/>
    protected override string Activity => "Finding rules";

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
    protected override InteractionSource Refine(InteractionSource source) => source with { BasketPerLine = BasketPerLine };

    /// <inheritdoc/>
    protected override (string Summary, IEnumerable<object> Found) Find(InteractionSource source, IRunObserver observer, CancellationToken cancellation)
    {
        var finder = RuleFinder.Open(Request(source), DatabaseOrNone, observer, cancellation);
        IEnumerable<object> found = Estimate ? finder.Estimate()
            : Bound.ContainsKey(nameof(Itemset)) ? finder.FindItemsets(Itemset)
            : finder.FindRules(observer);
        return (finder.Summary, found.Take(Top));
    }

    private RuleRequest Request(InteractionSource source) => new()
    {
        QueryParameters = QueryParameters,
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
