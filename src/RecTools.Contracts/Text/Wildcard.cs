using System.IO.Enumeration;

namespace RecTools;

/// <summary>Patterns with <c>*</c> for any text and <c>?</c> for any one character, whatever the case.</summary>
public static class Wildcard
{
    /// <summary>Whether a text fits a pattern.</summary>
    public static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
