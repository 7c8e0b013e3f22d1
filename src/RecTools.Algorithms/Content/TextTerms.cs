namespace RecTools.Algorithms;

/// <summary>Cuts texts into the categories or words that they hold.</summary>
public static class TextTerms
{
    // In this order where columns use several alike.
    private const string Separators = "|;,";

    /// <summary>The character that sets the parts of lists apart in most texts: a bar, a semicolon or a comma; a bar where there is none of them.</summary>
    public static char SeparatorOf(IEnumerable<string?> texts)
    {
        var counts = new int[Separators.Length];
        foreach (var text in texts)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += text?.Contains(Separators[i]) == true ? 1 : 0;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The parts of a list, each once, without blanks around them.</summary>
    public static string[] Parts(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The words of a text in their order: runs of letters, marks and digits, in lower case.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToLowerInvariant());
            }

            start = i + 1;
        }

        return words;
    }

    // Surrogates are halves of letters beyond the first plane, more often than not.
    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
