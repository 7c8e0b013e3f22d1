namespace RecTools.Training;

/// <summary>How rows are looked at.</summary>
/// <param name="Baskets">Whether as lines of orders: what was bought together is kept, and a customer need not be known.</param>
/// <param name="DropCancelled">Whether lines with a quantity of zero or below are left out.</param>
/// <param name="IgnoreTrailingBlanks">Whether ids that differ in blanks at their end only are one, as they are to SQL Server.</param>
/// <param name="Collation">Collation of columns that name none; says whether ids that differ in capital and small letters only are one.</param>
public readonly record struct LinePolicy(bool Baskets = false, bool DropCancelled = false, bool IgnoreTrailingBlanks = false, string? Collation = null)
{
    /// <summary>As pairs of user and item.</summary>
    public static LinePolicy Interactions => default;
}
