namespace RecTools.Help;

/// <summary>A topic of the help: a page in docs/about as text, and what the source adds to it.</summary>
/// <param name="Name">What people give to Get-Help.</param>
/// <param name="More">Makes what the source adds, as Markdown; null for nothing.</param>
internal sealed record AboutTopic(string Name, Func<XmlDocumentation, string>? More)
{
    private const int Indent = 4;

    /// <summary>Where its page is.</summary>
    public string Path => $"docs/about/{Name}.md";

    /// <summary>All topics of the module.</summary>
    public static IReadOnlyList<AboutTopic> All { get; } =
    [
        new("about_RecTools", null),
        new("about_RecTools_Algorithms", _ => AlgorithmTopic.Markdown()),
        new("about_RecTools_Configuration", SettingTopic.Markdown),
        new("about_RecTools_Errors", null),
        new("about_RecTools_SqlServer", null),
    ];

    /// <summary>The topic as PowerShell reads it.</summary>
    /// <param name="page">Its page: the title, one sentence, and sections.</param>
    /// <param name="documentation">The sentences of the source.</param>
    public string Write(string page, XmlDocumentation documentation)
    {
        var sections = PageSections.Split(More is null ? page : $"{page.Trim('\n')}\n\n{More(documentation)}", 2);
        var intro = sections[0].Body.Split("\n\n", 3);
        return $"TOPIC\n    {Name}\n\nSHORT DESCRIPTION\n{PlainText.Blocks(intro[1], Indent)}\nLONG DESCRIPTION\n{PlainText.Blocks(intro.ElementAtOrDefault(2) ?? intro[1], Indent)}"
            + string.Concat(sections.Skip(1).Select(section => $"\n{PlainText.Inline(section.Title)}\n{PlainText.Blocks(section.Body, Indent)}"));
    }
}
