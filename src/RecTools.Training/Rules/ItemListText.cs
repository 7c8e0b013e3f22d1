using System.Text;

namespace RecTools.Training;

/// <summary>Items as one text that people can read, and take apart again: as a line of CSV.</summary>
internal static class ItemListText
{
    // What a column of text holds in the table of rules.
    private const int Longest = 4000;

    /// <summary>Items with commas between them; one is quoted if it holds a comma, a quote, a line break or an arrow, or has a blank at an end.</summary>
    public static string Of(ReadOnlySpan<int> items, Func<int, string> textOf)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(Quoted(textOf(item)));
        }

        return text.Length <= Longest ? text.ToString() : text.ToString(0, Longest - 3) + "...";
    }

    private static string Quoted(string item) =>
        item.Length == 0 || item.AsSpan().ContainsAny(",\"\r\n") || item.Contains("=>", StringComparison.Ordinal)
            || char.IsWhiteSpace(item[0]) || char.IsWhiteSpace(item[^1])
        ? $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : item;
}
