using System.Text.RegularExpressions;

namespace RecTools.Tests;

/// <summary>Reads the sources for SQL that text is put into without having been quoted.</summary>
public partial class UnquotedTextTests
{
    // What is put in without a call of Quote, QuoteName or QuoteOwn on the spot, and why that is right.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["ModelVersions.cs: row.Columns"] = "quoted when it was stored",
        ["StatementLibrary.cs: prefix"] = "the toolkit's own schema",
        ["StatementLibrary.cs: parts[1]"] = "name of the toolkit's own file",
        ["SchemaInstaller.cs: $\"{step.Version}\""] = "a number",
        ["SqliteBulkWriter.cs: quotedTable"] = "quoted by its caller",
        ["SqliteBulkWriter.cs: string.Join(\", \", columns)"] = "quoted by its caller",
        ["SqliteBulkWriter.cs: marks"] = "question marks",
        ["SqliteDatabase.cs: quotedName"] = "quoted by its caller",
        ["SqliteDatabase.cs: string.Join(\",\\n  \", columns)"] = "quoted above, with types that DeclaredType has looked at",
        ["SqliteDatabase.cs: key"] = "quoted above",
        ["SqliteDatabase.cs: storage"] = "one of two constants",
        ["SqlServerDatabase.cs: quotedTable"] = "quoted by its caller",
        ["SqlServerTypes.cs: quotedName"] = "quoted by its caller",
        ["SqlServerTypes.cs: string.Join(\",\\n  \", columns)"] = "quoted above, with types that DeclaredType has looked at",
        ["SqlServerTypes.cs: key"] = "quoted above",
        ["ListRuleReader.cs: filter"] = "a condition that the user writes in SQL, read only",
    };

    private static string Sources { get; } = Path.Combine(FindRoot(), "src");

    [Fact]
    public void Text_that_is_put_into_a_statement_is_quoted()
    {
        var holes = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => UnquotedIn(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")).Distinct().ToArray();
        Assert.Empty(holes.Except(Known.Keys));
        Assert.Empty(Known.Keys.Except(holes));
    }

    [Theory]
    [InlineData("x = library[\"Views/Drop\"].Replace(\"{View}\", view, StringComparison.Ordinal);", "view")]
    [InlineData("x = library[\"Views/Drop\"].Replace(\"{View}\", database.QuoteOwn(view), StringComparison.Ordinal);", null)]
    [InlineData("x = $\"SELECT * FROM {table} WHERE 1 = 0\";", "table")]
    [InlineData("x = $\"SELECT * FROM {database.QuoteName(table)}\";", null)]
    [InlineData("var view = database.QuoteOwn(name); x = $\"SELECT * FROM {view}\";", null)]
    [InlineData("x = \"DELETE FROM \" + table;", "table")]
    [InlineData("x = $\"The file {name} is gone.\";", null)]
    public void The_scan_finds_what_it_looks_for(string source, string? found) => Assert.Equal(found is null ? [] : [found], UnquotedIn(source));

    private static IEnumerable<string> UnquotedIn(string source)
    {
        source = Comment().Replace(source, "");
        var texts = Placeholder().Matches(source).Select(match => match.Groups["value"].Value)
            .Concat(Interpolated().Matches(source).Where(match => Sql().IsMatch(match.Value)).SelectMany(match => Holes(match.Value)))
            .Concat(Concatenated().Matches(source).Select(match => match.Groups["value"].Value));
        return texts.Select(text => text.Trim()).Where(text => !Quoted().IsMatch(text) && !IsLocalOfQuote(source, text));
    }

    // A hole may hold braces and strings of its own: it ends where its braces are even.
    private static IEnumerable<string> Holes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '{')
            {
                continue;
            }

            var (from, depth) = (i + 1, 1);
            while (++i < text.Length && depth > 0)
            {
                depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            }

            i--;
            yield return text[from..i];
        }
    }

    private static bool IsLocalOfQuote(string source, string text) =>
        Regex.IsMatch(text, @"^\w+$") && Regex.IsMatch(source, $@"\bvar {text} = (\w+\.)?(Quote|QuoteName|QuoteOwn)\(");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RecTools.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run within the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    // What takes a placeholder's place, up to the kind of comparison.
    [GeneratedRegex(@"\.Replace\(""\{\w+\}"", (?<value>.+?), StringComparison")]
    private static partial Regex Placeholder();

    // A string whose holes may hold strings of one level.
    [GeneratedRegex(@"\$""(?:[^""{\\]|\\.|\{\{|\{(?:[^{}""]|""(?:[^""\\]|\\.)*"")*\})*""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"""(?:SELECT|INSERT|UPDATE|DELETE|DROP|CREATE|ALTER|EXEC|MERGE|TRUNCATE)\b[^""]*"" \+ (?<value>[\w.]+)")]
    private static partial Regex Concatenated();

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|DROP (TABLE|VIEW|SCHEMA)|CREATE (TABLE|VIEW)|ALTER|EXEC|MERGE|TRUNCATE)\b.*\b(FROM|INTO|SET|TABLE|VIEW|SELECT)\b|\b(DROP|CREATE|ALTER|TRUNCATE) (TABLE|VIEW)\b|\bINSERT INTO\b", RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b(Quote|QuoteName|QuoteOwn|ColumnList)\b")]
    private static partial Regex Quoted();
}
