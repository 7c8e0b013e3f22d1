using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that makes lists of recommendations, and takes business rules for them.</summary>
public abstract class ListRuleCmdlet : ConnectedCmdlet
{
    /// <summary>A SELECT of the items that may be recommended, such as <c>SELECT ProductId, Category FROM Product WHERE InStock = 1</c>, or a condition on -ItemTable alone; columns Category, Pinned and Banned are looked at.</summary>
    [Parameter]
    public string? ItemFilter { get; set; }

    /// <summary>A SELECT of user and item: who may be recommended what. Users without a row get nothing.</summary>
    [Parameter]
    public string? CandidateQuery { get; set; }

    /// <summary>Column of -ItemFilter or -CandidateQuery with the category of an item.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemCategoryColumn { get; set; }

    /// <summary>Items of one category in a list at most.</summary>
    [Parameter]
    public int? MaxPerCategory { get; set; }

    /// <summary>What happens with items that a user has already.</summary>
    [Parameter]
    public SeenItems? SeenItems { get; set; }

    /// <summary>Days after which an item may be recommended again, counted back from the last day of the rows.</summary>
    [Parameter]
    public int? SeenAfterDays { get; set; }

    /// <summary>How much difference between the items of a list counts against their scores: 0 not at all, 1 alone.</summary>
    [Parameter]
    public double? Diversity { get; set; }

    /// <summary>The rules that were given.</summary>
    private protected ListRequest Lists => new TrainingSettings
    {
        ItemFilter = ItemFilter,
        CandidateQuery = CandidateQuery,
        ItemCategoryColumn = ItemCategoryColumn,
        MaxPerCategory = MaxPerCategory,
        SeenItems = SeenItems,
        SeenAfterDays = SeenAfterDays,
        Diversity = Diversity,
    }.ToLists();
}
