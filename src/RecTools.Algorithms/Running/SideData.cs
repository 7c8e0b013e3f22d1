using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>What an algorithm may know beside who has what.</summary>
public sealed record SideData
{
    /// <summary>Nothing.</summary>
    public static SideData None { get; } = new();

    /// <summary>What was bought together; null where each user's items are one basket.</summary>
    public BasketSet? Baskets { get; init; }

    /// <summary>Categories of the items; null without.</summary>
    public ItemHierarchy? Hierarchy { get; init; }

    /// <summary>Groups of the users; null without.</summary>
    public UserGroups? Groups { get; init; }

    /// <summary>What describes the items; null where nothing does.</summary>
    public EntityFeatures? ItemFeatures { get; init; }

    /// <summary>What describes the users; null where nothing does.</summary>
    public EntityFeatures? UserFeatures { get; init; }

    /// <summary>What the values look like to whoever read the rows; null where nobody has looked.</summary>
    public FeedbackKind? Feedback { get; init; }

    /// <summary>Time of each row in days from any start, in the order of the matrix; null where the rows have none.</summary>
    public double[]? Days { get; init; }

    /// <summary>Whether an item or category fits a pattern with <c>*</c> and <c>?</c>, by whatever it is known by.</summary>
    public Func<int, string, bool> Fits { get; init; } = static (item, pattern) => Wildcard.Matches(pattern, item.ToString(CultureInfo.InvariantCulture));
}
