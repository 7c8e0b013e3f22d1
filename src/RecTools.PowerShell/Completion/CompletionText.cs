using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Turns names into completions.</summary>
internal static class CompletionText
{
    /// <summary>The names that begin with what was typed, quoted where they need quotes.</summary>
    public static IEnumerable<CompletionResult> Matching(string typed, IEnumerable<string> names) =>
        Matching(typed, names.Select(name => (name, name)));

    /// <summary>The names that begin with what was typed, each with a tip.</summary>
    public static IEnumerable<CompletionResult> Matching(string typed, IEnumerable<(string Name, string Tip)> names)
    {
        var start = typed.Trim('\'', '"');
        return names
            .Where(pair => pair.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(pair => new CompletionResult(Quote(pair.Name), pair.Name, CompletionResultType.ParameterValue, pair.Tip));
    }

    private static string Quote(string name) => !name.StartsWith('-') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or ':' or '/' or '\\') ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
