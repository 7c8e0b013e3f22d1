namespace RecTools.Help;

/// <summary>What a cmdlet's page in docs/cmdlets says by hand: the sections Examples, Notes and Links, and before them what it does.</summary>
/// <param name="Description">What it does, in Markdown.</param>
/// <param name="Examples">What people do with it.</param>
/// <param name="Notes">What else to know, in Markdown; empty for nothing.</param>
/// <param name="Links">Where to read on.</param>
internal sealed record CommandPage(string Description, IReadOnlyList<CommandExample> Examples, string Notes, IReadOnlyList<(string Text, string Address)> Links)
{
    /// <summary>Where the page of a cmdlet is.</summary>
    public static string PathOf(string command) => $"docs/cmdlets/{command}.md";

    /// <summary>Reads a page.</summary>
    /// <exception cref="InvalidDataException">An example has no code.</exception>
    public static CommandPage Read(string markdown)
    {
        var sections = PageSections.Split(markdown, 2);
        var intro = sections[0].Body.Split('\n').SkipWhile(line => line.StartsWith('#') || line.StartsWith('>') || line.Length == 0);
        return new CommandPage(
            string.Join('\n', intro).Trim('\n'),
            [.. PageSections.Split(Section("Examples"), 3).Skip(1).Select(one => CommandExample.Read(one.Title, one.Body))],
            Section("Notes"),
            [.. Section("Links").Split('\n').Where(line => line.StartsWith("- [", StringComparison.Ordinal)).Select(Link)]);

        string Section(string title) => sections.FirstOrDefault(section => section.Title == title).Body ?? "";
    }

    private static (string Text, string Address) Link(string line)
    {
        var parts = line[3..].TrimEnd(')').Split("](");
        return (parts[0], parts[1]);
    }
}
