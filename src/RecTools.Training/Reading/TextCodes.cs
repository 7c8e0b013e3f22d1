namespace RecTools.Training;

/// <summary>Numbers texts as they first appear; put into ordinal order at the end.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);

    /// <summary>Different texts so far.</summary>
    public int Count => codes.Count;

    /// <summary>The texts in the order of their numbers.</summary>
    public string[] Texts => [.. codes.Keys];

    /// <summary>Number of a text.</summary>
    public int Code(ReadOnlySpan<char> text)
    {
        var lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var code))
        {
            lookup[text] = code = codes.Count;
        }

        return code;
    }

    /// <summary>The texts in ordinal order.</summary>
    /// <param name="codesOfRows">Numbers that were given out, -1 for none; turned into places in that order.</param>
    public string[] Seal(int[] codesOfRows)
    {
        string[] texts = [.. codes.Keys.Order(StringComparer.Ordinal)];
        var place = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            place[codes[texts[i]]] = i;
        }

        for (var row = 0; row < codesOfRows.Length; row++)
        {
            codesOfRows[row] = codesOfRows[row] < 0 ? -1 : place[codesOfRows[row]];
        }

        return texts;
    }
}
