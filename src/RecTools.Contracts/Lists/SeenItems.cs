namespace RecTools;

/// <summary>What happens with items that a user has already.</summary>
public enum SeenItems
{
    /// <summary>They are not recommended.</summary>
    Exclude,

    /// <summary>They may be recommended like any other.</summary>
    Allow,

    /// <summary>They may be recommended again after a number of days; needs a time column.</summary>
    AfterDays,
}
