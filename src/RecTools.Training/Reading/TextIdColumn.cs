using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Ids that are text.</summary>
/// <param name="declared">Type of the column, if known.</param>
/// <param name="untyped">Whether ids that are all whole numbers become numbers.</param>
/// <param name="equality">When two texts are one id to somebody who looks them up.</param>
/// <param name="grouping">Asks the database which texts are one id; null where they are told apart letter by letter, or as <paramref name="equality"/> says.</param>
internal sealed class TextIdColumn(string? declared, bool untyped, TextEquality equality, TextGrouping? grouping) : IdColumn
{
    // Where the database will be asked, it is told of every spelling.
    private readonly Spellings spellings = new(grouping is null ? equality : equality with { IgnoresCase = false });

    public override int Count => spellings.Count;

    public override int Code(RowReader reader, int column) =>
        reader.Kind(column) == CellKind.Text ? spellings.Code(reader.GetText(column)) : Unusable;

    protected override int CodeOfText(string id) => id.Length == 0 ? Unusable : spellings.Code(id);

    public override IdSet Seal(out int[] placeOfCode)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        if (untyped && TryNumbers() is { } numbers)
        {
            Array.Sort(numbers, order);
            placeOfCode = Places(order);
            return IdSet.FromNumbers(numbers, null);
        }

        string[] ids = [.. spellings.Texts];
        Array.Sort(ids, order, StringComparer.Ordinal);
        placeOfCode = Places(order);
        if (grouping?.Invoke(ids, declared) is { } first)
        {
            ids = Merge(ids, first, placeOfCode);
        }

        return IdSet.FromTexts(ids, declared, Distinguishes(ids) ? equality : equality with { IgnoresCase = false });
    }

    // Of the spellings of one id the first stays.
    private static string[] Merge(string[] ids, int[] first, int[] placeOfCode)
    {
        var place = new int[ids.Length];
        var kept = new List<string>(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            place[i] = first[i] == i ? kept.Count : place[first[i]];
            if (first[i] == i)
            {
                kept.Add(ids[i]);
            }
        }

        for (var code = 0; code < placeOfCode.Length; code++)
        {
            placeOfCode[code] = place[placeOfCode[code]];
        }

        return [.. kept];
    }

    // To the database two ids may be two that .NET takes for one, such as I and i in Turkish.
    private bool Distinguishes(string[] ids) => !equality.IgnoresCase || new HashSet<string>(ids, equality.Comparer).Count == ids.Length;

    // '007' must stay text: only ids that a number prints again as they stand become numbers.
    private long[]? TryNumbers()
    {
        var numbers = new long[Count];
        var i = 0;
        Span<char> printed = stackalloc char[20];
        foreach (var id in spellings.Texts)
        {
            if (!long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || !number.TryFormat(printed, out var length, default, CultureInfo.InvariantCulture)
                || !printed[..length].SequenceEqual(id))
            {
                return null;
            }

            numbers[i++] = number;
        }

        return numbers;
    }
}
