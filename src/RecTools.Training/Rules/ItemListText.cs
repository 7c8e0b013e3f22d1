using System.Text;

namespace RecTools.Training;

/// <summary>Items as one text that people can read, and take apart again: as a line of CSV.</summary>
internal static class ItemListText
{
    /// <summary>Characters that a column of the table of rules holds.</summary>
    public const int Longest = 4000;

    private const string More = ", ...";

    /// <summary>Items with commas between them, each <see cref="Quoted"/>; those that the column has no room for are left off as a whole.</summary>
    public static string Of(ReadOnlySpan<int> items, Func<int, string> textOf)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            // Half of the column, for quotes within may double.
            var next = Quoted(Cut(textOf(item), (Longest / 2) - More.Length));
            if (text.Length + ", ".Length + next.Length > Longest - More.Length)
            {
                return text.Append(More).ToString();
            }

            text.Append(text.Length == 0 ? "" : ", ").Append(next);
        }

        return text.ToString();
    }

    /// <summary>An item, in quotes if it holds a comma, a quote, a line break or an arrow, or has a blank at an end.</summary>
    public static string Quoted(string item) =>
        item.Length == 0 || item.AsSpan().ContainsAny(",\"\r\n") || item.Contains("=>", StringComparison.Ordinal)
            || char.IsWhiteSpace(item[0]) || char.IsWhiteSpace(item[^1])
        ? $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : item;

    /// <summary>The items of a text that <see cref="Of"/> made, without their quotes.</summary>
    public static List<string> Split(string text)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                // Two quotes within quotes are one.
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    item.Append(text[i++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && text[i] == ',' && i + 1 < text.Length && text[i + 1] == ' ')
            {
                items.Add(item.ToString());
                item.Clear();
                i++;
            }
            else
            {
                item.Append(text[i]);
            }
        }

        items.Add(item.ToString());
        return items;
    }

    /// <summary>A text of at most so many characters, with dots where it was cut; never within a character of two parts.</summary>
    public static string Cut(string text, int longest)
    {
        const string Dots = "...";
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - Dots.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Dots);
    }
}
