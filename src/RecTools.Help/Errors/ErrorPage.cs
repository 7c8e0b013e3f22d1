using System.Text.RegularExpressions;

namespace RecTools.Help;

/// <summary>The page that says what each error means and what to do about it.</summary>
internal static partial class ErrorPage
{
    /// <summary>Where it is.</summary>
    public const string PagePath = "docs/about/about_RecTools_Errors.md";

    /// <summary>Its rows: id, what happened, what to do.</summary>
    public static IReadOnlyList<(string Id, string Meaning, string Action)> Read(string markdown) =>
        [.. Row().Matches(markdown).Select(match => (match.Groups[1].Value, match.Groups[2].Value.Trim(), match.Groups[3].Value.Trim()))];

    [GeneratedRegex(@"^\| `(\w+)` \| (.*?) \| (.*?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
