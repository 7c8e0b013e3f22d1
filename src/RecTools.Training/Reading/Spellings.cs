using RecTools.Data;

namespace RecTools.Training;

/// <summary>Numbers texts as they first appear. Of the spellings of one text the ordinally first is kept, so that the order of rows does not show.</summary>
/// <param name="equality">When two spellings are one text.</param>
internal sealed class Spellings(TextEquality equality)
{
    private readonly Dictionary<string, int> codes = new(equality.Comparer);
    private readonly List<string> texts = [];

    /// <summary>Different texts so far.</summary>
    public int Count => texts.Count;

    /// <summary>The texts by their numbers.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Number of a text.</summary>
    public int Code(ReadOnlySpan<char> text)
    {
        text = equality.Canonical(text);
        var lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var code))
        {
            lookup[text] = code = texts.Count;
            texts.Add(text.ToString());
        }
        else if (equality.IgnoresCase && text.SequenceCompareTo(texts[code]) < 0)
        {
            texts[code] = text.ToString();
        }

        return code;
    }
}
