namespace RecTools.Data;

/// <summary>How many interactions are made up, and how they are spread.</summary>
internal sealed record LongTailOptions
{
    /// <summary>Users; each has a row at least.</summary>
    public required int Users { get; init; }

    /// <summary>Items; few of them have most of the rows, and some may have none.</summary>
    public required int Items { get; init; }

    /// <summary>Rows, at least one a user and at most a quarter of the items for each.</summary>
    public required long Rows { get; init; }

    /// <summary>Start of all random draws.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Standard deviation of the logarithm of the users' numbers of rows.</summary>
    public double ActivityDeviation { get; init; } = 1;

    /// <summary>Exponent of Zipf's law for the items: how fast chances fall from one item to the next less popular.</summary>
    public double PopularityExponent { get; init; } = 0.9;

    /// <summary>Tastes that every user is a mixture of.</summary>
    public int Tastes { get; init; } = 16;

    /// <summary>How much tastes differ: standard deviation of the logarithm of an item's chances between them.</summary>
    public double TasteDeviation { get; init; } = 1.5;
}
