using System.Text.RegularExpressions;

namespace RecTools.Data;

/// <summary>Types as databases declare them become part of statements, and may come from a stranger's table or model file: only what looks like a type is let through.</summary>
internal static partial class DeclaredType
{
    /// <summary>The declared type if it is one, such as <c>nvarchar(20) COLLATE Latin1_General_CI_AS</c>; or else another.</summary>
    /// <param name="declared">What the column was declared with, perhaps nothing.</param>
    /// <param name="otherwise">The type to take where that is no type.</param>
    public static string Or(string? declared, string otherwise) => declared is not null && Type().IsMatch(declared) ? declared : otherwise;

    // Up to three words (double precision), none that begins a constraint; a length or precision and scale; a collation.
    [GeneratedRegex(
        @"^(?!(primary|unique|check|not|null|default|references|generated|constraint|as|on)\b)[a-z_][a-z0-9_]*( (?!(primary|unique|check|not|null|default|collate|references|generated|constraint|as|on)\b)[a-z_][a-z0-9_]*){0,2} ?(\( ?(max|[0-9]{1,9})( ?, ?[0-9]{1,9})? ?\))?( collate [a-z0-9_]{1,128})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Type();
}
