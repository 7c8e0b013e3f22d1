using RecTools.Help;

namespace RecTools.Tests;

/// <summary>Every error that the source throws is explained, and nothing else is.</summary>
public class ErrorPageTests
{
    private static readonly string Root = Repository.Find();

    // A run that was killed is closed by a statement of the database.
    private static readonly string[] OfStatements = ["RunAbandoned"];

    [Fact]
    public void Every_error_is_explained_with_what_to_do()
    {
        var documented = Rows().Select(row => row.Id).ToHashSet();
        var missing = ErrorScan.Find(Root).Where(thrown => !documented.Any(id => Fits(thrown.Key, id))).Select(thrown => $"{thrown.Key} ({thrown.Value})");
        Assert.True(!missing.Any(), $"{ErrorPage.PagePath} does not explain: {string.Join(", ", missing)}.");
        Assert.All(Rows(), row => Assert.True(row.Meaning.EndsWith('.') && row.Action.EndsWith('.'), $"The row of {row.Id} is not made of sentences."));
    }

    [Fact]
    public void Nothing_is_explained_that_is_never_thrown()
    {
        var thrown = ErrorScan.Find(Root).Keys.Concat(OfStatements).ToList();
        Assert.All(Rows(), row => Assert.True(thrown.Any(pattern => Fits(pattern, row.Id)), $"{row.Id} is explained, and nothing throws it."));
        Assert.Equal(Rows().Count, Rows().Select(row => row.Id).Distinct().Count());
        Assert.All(OfStatements, id => Assert.Contains(
            Directory.GetFiles(Path.Combine(Root, "module", "sql"), "*.sql", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains($"'{id}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_scan_sees_ids_wherever_they_are_given()
    {
        var thrown = ErrorScan.Find(Root);

        // By a constructor, the short cut, a method that takes the id second, a choice between two, a type that the compiler finds, a base class, and put together.
        Assert.All(
            (string[])["UserNotFound", "NotConnected", "TopOutOfRange", "SeenAfterDaysUnused", "MemoryLimitExceeded", "TrainingDiverged", "*FeaturesTwice", "LoginFailed"],
            id => Assert.Contains(id, thrown.Keys));
        Assert.True(thrown.Count > 150);
    }

    [Fact]
    public void Errors_that_comments_promise_are_thrown()
    {
        var thrown = ErrorScan.Find(Root).Keys.ToList();
        var files = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        foreach (var file in files)
        {
            foreach (System.Text.RegularExpressions.Match line in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"<exception cref=""RecException"">(.*)</exception>"))
            {
                foreach (System.Text.RegularExpressions.Match id in System.Text.RegularExpressions.Regex.Matches(line.Groups[1].Value, @"<c>(\w+)</c>"))
                {
                    Assert.True(thrown.Any(pattern => Fits(pattern, id.Groups[1].Value)), $"{Path.GetRelativePath(Root, file)} promises {id.Groups[1].Value}, and nothing throws it.");
                }
            }
        }
    }

    private static IReadOnlyList<(string Id, string Meaning, string Action)> Rows() => ErrorPage.Read(File.ReadAllText(Path.Combine(Root, ErrorPage.PagePath)).ReplaceLineEndings("\n"));

    private static bool Fits(string pattern, string id) => pattern.StartsWith('*') ? id.EndsWith(pattern[1..], StringComparison.Ordinal) : pattern == id;
}
