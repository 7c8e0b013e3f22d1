using System.Text;
using System.Text.RegularExpressions;

namespace RecTools.Help;

/// <summary>Markdown as text for a console: no marks, lines of at most 100 characters.</summary>
internal static partial class PlainText
{
    private const int Width = 100;

    /// <summary>A paragraph, item or cell without the marks for links, emphasis and code.</summary>
    public static string Inline(string markdown) =>
        Emphasis().Replace(Code().Replace(Links().Replace(markdown, "$1"), "$1"), "$1").Replace("\\|", "|", StringComparison.Ordinal);

    /// <summary>Paragraphs, lists, tables and code blocks, each block apart by an empty line.</summary>
    /// <param name="markdown">What to show.</param>
    /// <param name="indent">Blanks before every line.</param>
    public static string Blocks(string markdown, int indent)
    {
        var text = new StringBuilder();
        foreach (var block in Split(markdown))
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            foreach (var line in Lines(block, indent))
            {
                text.Append(line.TrimEnd()).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>A paragraph as lines.</summary>
    /// <param name="text">Words apart by blanks.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="next">What the others begin with.</param>
    public static IEnumerable<string> Wrap(string text, string first, string next)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(next);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        yield return line.ToString();
    }

    // A code block may have empty lines in it.
    private static IEnumerable<string> Split(string markdown)
    {
        var block = new List<string>();
        var inCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (line.Length > 0 || inCode)
            {
                block.Add(line);
            }
            else if (block.Count > 0)
            {
                yield return string.Join('\n', block);
                block.Clear();
            }
        }

        if (block.Count > 0)
        {
            yield return string.Join('\n', block);
        }
    }

    private static IEnumerable<string> Lines(string block, int indent)
    {
        var margin = new string(' ', indent);
        if (block.StartsWith("```", StringComparison.Ordinal))
        {
            return block.Split('\n')[1..^1].Select(line => $"{margin}    {line}");
        }

        if (block.StartsWith('|'))
        {
            return Table(block, margin);
        }

        return block.StartsWith("- ", StringComparison.Ordinal)
            ? Items().Split(block).Where(item => item.Length > 0).SelectMany(item => Wrap(Inline(item.Replace('\n', ' ')), $"{margin}- ", $"{margin}  "))
            : Wrap(Inline(block.Replace('\n', ' ')), margin, margin);
    }

    // A row is an item: its first cell, and what the others say below it.
    private static IEnumerable<string> Table(string block, string margin)
    {
        foreach (var row in block.Split('\n')[2..])
        {
            var cells = Cells().Split(row.Trim()[1..^1]).Select(cell => Inline(cell.Trim())).ToArray();
            yield return margin + cells[0];
            foreach (var line in cells[1..].Where(cell => cell.Length > 0).SelectMany(cell => Wrap(cell, $"{margin}    ", $"{margin}    ")))
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Links();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*{1,2}([^*\s][^*]*)\*{1,2}")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?:^|\n)- ")]
    private static partial Regex Items();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cells();
}
