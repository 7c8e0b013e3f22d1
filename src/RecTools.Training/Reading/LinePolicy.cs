using RecTools.Data;

namespace RecTools.Training;

/// <summary>How rows are looked at.</summary>
/// <param name="Baskets">Whether as lines of orders: what was bought together is kept, and a customer need not be known.</param>
/// <param name="DropCancelled">Whether lines with a quantity of zero or below are left out.</param>
public readonly record struct LinePolicy(bool Baskets = false, bool DropCancelled = false)
{
    /// <summary>As pairs of user and item.</summary>
    public static LinePolicy Interactions => default;

    /// <summary>Whether ids that differ in blanks at their end only are one, as they are to SQL Server.</summary>
    public bool IgnoreTrailingBlanks { get; init; }

    /// <summary>Collation of columns that name none; says whether ids that differ in capital and small letters only are one.</summary>
    public string? Collation { get; init; }

    /// <summary>Which texts are one to the database, on its own word; null where it compares letter by letter.</summary>
    public TextGrouping? Grouping { get; init; }

    /// <summary>The same, with ids compared as a database does.</summary>
    public LinePolicy As(Database? database) => database is null ? this : this with
    {
        IgnoreTrailingBlanks = database.IgnoresTrailingBlanks,
        Collation = database.Collation,
        Grouping = database.FirstOfEqual,
    };
}
