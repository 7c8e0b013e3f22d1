namespace RecTools.Data;

/// <summary>When two texts are one to a database. By default only when they are the same letter by letter.</summary>
/// <param name="IgnoresTrailingBlanks">Whether blanks at the end do not count.</param>
/// <param name="IgnoresCase">Whether capital and small letters are the same. Which letters belong together is .NET's opinion, not the collation's own.</param>
public readonly record struct TextEquality(bool IgnoresTrailingBlanks, bool IgnoresCase)
{
    /// <summary>Tells texts apart that <see cref="Canonical"/> has gone over.</summary>
    public StringComparer Comparer => IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The equality of a collation of SQL Server, by its name.</summary>
    public static TextEquality OfCollation(string? collation) =>
        new(IgnoresTrailingBlanks: true, collation?.Contains("_CI_", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The collation that a declared type names, such as <c>nvarchar(20) COLLATE Latin1_General_CI_AS</c>; null where it names none.</summary>
    public static string? CollationOf(string? declared)
    {
        const string Word = " COLLATE ";
        return declared?.IndexOf(Word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? declared[(at + Word.Length)..] : null;
    }

    /// <summary>A text without what does not count at its end.</summary>
    public ReadOnlySpan<char> Canonical(ReadOnlySpan<char> text) => IgnoresTrailingBlanks ? text.TrimEnd(' ') : text;
}
