namespace RecTools.Help;

/// <summary>A Markdown page cut at its headings.</summary>
internal static class PageSections
{
    /// <summary>What stands below each heading of a level, by the heading's text; above the first one under an empty text.</summary>
    /// <param name="markdown">The page or a part of it.</param>
    /// <param name="level">Number of # that the headings have.</param>
    public static IReadOnlyList<(string Title, string Body)> Split(string markdown, int level)
    {
        var mark = new string('#', level) + " ";
        var sections = new List<(string Title, List<string> Lines)> { ("", []) };
        var inCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!inCode && line.StartsWith(mark, StringComparison.Ordinal))
            {
                sections.Add((line[mark.Length..].Trim(), []));
            }
            else
            {
                sections[^1].Lines.Add(line);
            }
        }

        return [.. sections.Select(section => (section.Title, string.Join('\n', section.Lines).Trim('\n')))];
    }

    /// <summary>The page with another text below one of its headings of level 2; a heading that it does not have comes at its end.</summary>
    public static string Replace(string markdown, string title, string body)
    {
        var sections = Split(markdown, 2);
        var replaced = sections.Any(section => section.Title == title)
            ? sections.Select(section => section.Title == title ? (title, body) : section)
            : sections.Append((title, body));
        return string.Join("\n\n", replaced.Select(section => section.Item1.Length == 0 ? section.Item2.Trim('\n') : $"## {section.Item1}\n\n{section.Item2.Trim('\n')}")).Trim('\n') + "\n";
    }
}
