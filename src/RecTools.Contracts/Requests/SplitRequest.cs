namespace RecTools;

/// <summary>How rows are set aside to measure a model on.</summary>
public enum SplitKind
{
    /// <summary>No measuring.</summary>
    None,

    /// <summary>A share of all rows, drawn at random.</summary>
    RandomRow,

    /// <summary>The same share of each user's rows, drawn at random.</summary>
    RandomUser,

    /// <summary>The last row of each user by time; needs a time column.</summary>
    LastOut,

    /// <summary>The latest share of all rows by time; needs a time column.</summary>
    Time,

    /// <summary>All rows of a share of the items that have any, drawn at random: what is recommended of items that nobody has yet.</summary>
    ColdItem,

    /// <summary>A test source of its own.</summary>
    Given,
}

/// <summary>The split that a run measures on.</summary>
public sealed record SplitRequest
{
    /// <summary>Which kind.</summary>
    public SplitKind Kind { get; init; } = SplitKind.RandomUser;

    /// <summary>Share of rows (with <see cref="SplitKind.ColdItem"/> of items) set aside, between 0 and 1, both excluded.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>The test rows of a given split.</summary>
    public InteractionSource? TestSource { get; init; }
}
