namespace RecTools;

/// <summary>Business rules: what lists of recommendations may hold, and how they are put together.</summary>
public sealed record ListRequest
{
    /// <summary>A SELECT of the items that may be recommended to anybody, or a condition on the table with what describes the items; null for all.</summary>
    public string? ItemFilter { get; init; }

    /// <summary>A SELECT of user and item: who may be recommended what; null for no such limit.</summary>
    public string? CandidateQuery { get; init; }

    /// <summary>Column of these with the category of an item; null to try the usual names.</summary>
    public string? ItemCategoryColumn { get; init; }

    /// <summary>Items of one category in a list at most; null for no limit.</summary>
    public int? MaxPerCategory { get; init; }

    /// <summary>What happens with items that a user has already.</summary>
    public SeenItems SeenItems { get; init; }

    /// <summary>Days after which an item may be recommended again, counted back from the last day of the rows.</summary>
    public int SeenAfterDays { get; init; }

    /// <summary>How much difference between the items of a list counts against their scores, 0 to 1.</summary>
    public double Diversity { get; init; }

    /// <summary>Whether lists are put together by anything but scores and what users have.</summary>
    public bool HasRules => (ItemFilter ?? CandidateQuery) is not null || MaxPerCategory is not null || Diversity > 0;
}
