using System.Text.RegularExpressions;

namespace RecTools.Help;

/// <summary>Finds the ids of all errors that the source throws: whatever stands where an errorId is wanted.</summary>
internal static partial class ErrorScan
{
    /// <summary>The ids, and parts of ids where the rest is put together at run time, as patterns with *.</summary>
    /// <param name="repository">The folder of the solution.</param>
    /// <returns>Each with the file that throws it, one of them where there are several.</returns>
    public static IReadOnlyDictionary<string, string> Find(string repository)
    {
        var files = Directory.EnumerateFiles(Path.Combine(repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(repository, file), File.ReadAllText);
        var takers = Takers(files.Values);
        var call = new Regex($@"\b({string.Join('|', takers.Keys)})\(");
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in files)
        {
            foreach (Match match in Targeted().Matches(text))
            {
                found.TryAdd(match.Groups[1].Value, file);
            }

            foreach (Match match in call.Matches(text))
            {
                var arguments = CallArguments.Of(text, match.Index + match.Length - 1);
                foreach (var place in takers[match.Groups[1].Value].Where(place => place < arguments.Count))
                {
                    foreach (Match literal in Literal().Matches(arguments[place]))
                    {
                        found.TryAdd(Interpolation().Replace(literal.Groups[1].Value, "*"), file);
                    }
                }
            }
        }

        return found;
    }

    // Every method or constructor that takes an errorId, and where.
    private static Dictionary<string, HashSet<int>> Takers(IEnumerable<string> texts)
    {
        var takers = new Dictionary<string, HashSet<int>>();
        foreach (Match match in texts.SelectMany(text => Declaration().Matches(text)))
        {
            var places = takers.TryGetValue(match.Groups[1].Value, out var known) ? known : takers[match.Groups[1].Value] = [];
            places.Add(match.Groups[2].Value.Count(letter => letter == ','));
        }

        return takers;
    }

    [GeneratedRegex(@"\b(\w+)\(([^()]*)\bstring errorId\b")]
    private static partial Regex Declaration();

    // Where the type is left for the compiler to find.
    [GeneratedRegex(@"\bnew\(\s*""(\w+)"",\s*RecErrorKind\b")]
    private static partial Regex Targeted();

    [GeneratedRegex(@"\$?""((?:[A-Z]|\{)[A-Za-z{}.()]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Interpolation();
}
