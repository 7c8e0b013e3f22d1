using RecTools.Data;

namespace RecTools.Training;

/// <summary>Collects what people call the items: where a source calls one differently now and then, the most frequent name wins.</summary>
internal sealed class ItemNames
{
    private readonly TextCodes codes = new();
    private readonly Dictionary<(int Item, int Name), int> counts = [];

    /// <summary>Takes the name in the current row.</summary>
    public void Add(int itemCode, RowReader reader, int column)
    {
        if (reader.Kind(column) != CellKind.Text)
        {
            return;
        }

        var text = reader.GetText(column).Trim();
        if (text.IsEmpty)
        {
            return;
        }

        var name = codes.Code(text);
        counts[(itemCode, name)] = counts.GetValueOrDefault((itemCode, name)) + 1;
    }

    /// <summary>The name of each item; null where none was given.</summary>
    /// <param name="placeOfCode">Place of each item code.</param>
    public string?[] Seal(int[] placeOfCode)
    {
        var texts = codes.Texts;
        var names = new string?[placeOfCode.Length];
        var best = new int[placeOfCode.Length];
        foreach (var ((item, name), count) in counts)
        {
            var place = placeOfCode[item];
            if (count > best[place] || (count == best[place] && string.CompareOrdinal(texts[name], names[place]) < 0))
            {
                (best[place], names[place]) = (count, texts[name]);
            }
        }

        return names;
    }
}
