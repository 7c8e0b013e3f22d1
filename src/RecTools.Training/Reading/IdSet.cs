using System.Globalization;
using System.Text;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The distinct ids of users or items in canonical order: whole numbers by size, text by code points, GUIDs by their text.</summary>
/// <remarks>The place in that order is the number that algorithms work with, so it depends on the data alone and not on the order of rows.</remarks>
public sealed class IdSet
{
    // How texts are compared stands in the byte of the kind.
    private const int BlanksFlag = 0x10;
    private const int CaseFlag = 0x20;
    private readonly long[]? numbers;
    private readonly string[]? texts;
    private readonly Guid[]? guids;
    private readonly Lazy<Dictionary<object, int>> places;

    private IdSet(string? declared, long[]? numbers, string[]? texts, Guid[]? guids, TextEquality equality = default)
    {
        Declared = declared;
        Equality = equality;
        this.numbers = numbers;
        this.texts = texts;
        this.guids = guids;
        places = new(() => Enumerable.Range(0, Count).ToDictionary(i => this[i], i => i, texts is null ? null : Comparer(Equality)));
    }

    /// <summary>Type of the ids.</summary>
    public CellKind Kind => numbers is not null ? CellKind.Int64 : texts is not null ? CellKind.Text : CellKind.Guid;

    /// <summary>Type the source's column was declared with, if known.</summary>
    public string? Declared { get; }

    /// <summary>When two texts are one id.</summary>
    public TextEquality Equality { get; }

    /// <summary>How many ids.</summary>
    public int Count => numbers?.Length ?? texts?.Length ?? guids!.Length;

    /// <summary>The id of a number, as <see cref="long"/>, <see cref="string"/> or <see cref="Guid"/>.</summary>
    public object this[int index] => numbers is not null ? numbers[index] : texts is not null ? texts[index] : guids![index];

    /// <summary>Makes a set from ids that are in canonical order already.</summary>
    public static IdSet FromNumbers(long[] sorted, string? declared) => new(declared, sorted, null, null);

    /// <inheritdoc cref="FromNumbers"/>
    /// <param name="sorted">The ids.</param>
    /// <param name="declared">Type of the source's column.</param>
    /// <param name="equality">When two texts are one id.</param>
    public static IdSet FromTexts(string[] sorted, string? declared, TextEquality equality = default) => new(declared, null, sorted, null, equality);

    /// <inheritdoc cref="FromNumbers"/>
    public static IdSet FromGuids(Guid[] sorted, string? declared) => new(declared, null, null, sorted);

    /// <summary>A whole number id; only for that kind.</summary>
    public long Number(int index) => numbers![index];

    /// <summary>A GUID id; only for that kind.</summary>
    public Guid Guid(int index) => guids![index];

    /// <summary>An id as text, the same in any culture.</summary>
    public string Text(int index) => texts is not null ? texts[index]
        : numbers is not null ? numbers[index].ToString(CultureInfo.InvariantCulture)
        : guids![index].ToString();

    /// <summary>The number of an id given by a user, who may write it as text or in another integer type, and texts as loosely as the database compares them; -1 if there is no such id.</summary>
    public int Find(object? id)
    {
        var key = Key(id);
        return key is not null && places.Value.TryGetValue(key, out var index) ? index : -1;
    }

    /// <summary>A column of a result table that holds these ids.</summary>
    public ColumnSpec Column(string name) => new(name, Kind, Declared);

    /// <summary>Some of the ids, in the same order.</summary>
    /// <param name="kept">Their numbers, ascending.</param>
    public IdSet Subset(int[] kept) => new(
        Declared,
        numbers is null ? null : Array.ConvertAll(kept, i => numbers[i]),
        texts is null ? null : Array.ConvertAll(kept, i => texts[i]),
        guids is null ? null : Array.ConvertAll(kept, i => guids[i]),
        Equality);

    /// <summary>Writes the ids.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write((byte)((int)Kind | (Equality.IgnoresTrailingBlanks ? BlanksFlag : 0) | (Equality.IgnoresCase ? CaseFlag : 0)));
        writer.Write(Declared ?? "");
        writer.Write(Count);
        for (var i = 0; i < Count; i++)
        {
            if (numbers is not null)
            {
                writer.Write7BitEncodedInt64(i == 0 ? numbers[0] : numbers[i] - numbers[i - 1]);
            }
            else if (texts is not null)
            {
                writer.Write(texts[i]);
            }
            else
            {
                writer.Write(guids![i].ToByteArray());
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not a set of ids.</exception>
    public static IdSet Load(BinaryReader reader)
    {
        var mark = reader.ReadByte();
        var kind = (CellKind)(mark & ~(BlanksFlag | CaseFlag));
        var equality = new TextEquality((mark & BlanksFlag) != 0, (mark & CaseFlag) != 0);
        var declared = reader.ReadString() is { Length: > 0 } text ? text : null;
        var count = reader.ReadInt32();
        if (count < 0)
        {
            throw new InvalidDataException("A set of ids has a negative length.");
        }

        switch (kind)
        {
            case CellKind.Int64:
                var numbers = new long[count];
                for (var i = 0; i < count; i++)
                {
                    numbers[i] = reader.Read7BitEncodedInt64() + (i == 0 ? 0 : numbers[i - 1]);
                }

                return FromNumbers(numbers, declared);
            case CellKind.Text:
                return FromTexts([.. Enumerable.Range(0, count).Select(_ => reader.ReadString())], declared, equality);
            case CellKind.Guid:
                return FromGuids([.. Enumerable.Range(0, count).Select(_ => new Guid(reader.ReadBytes(16)))], declared);
            default:
                throw new InvalidDataException("A set of ids is of an unknown kind.");
        }
    }

    private static EqualityComparer<object> Comparer(TextEquality equality) =>
        EqualityComparer<object>.Create((a, b) => equality.Comparer.Equals(a as string, b as string), text => equality.Comparer.GetHashCode((string)text));

    private object? Key(object? id) => Kind switch
    {
        CellKind.Text => Equality.Canonical(id as string ?? System.Convert.ToString(id, CultureInfo.InvariantCulture)).ToString(),
        CellKind.Guid => id is Guid guid ? guid : System.Guid.TryParse(id as string, out var parsed) ? parsed : null,
        _ => id switch
        {
            string text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            byte or sbyte or short or ushort or int or uint or long => System.Convert.ToInt64(id, CultureInfo.InvariantCulture),
            decimal or double or float or ulong when System.Convert.ToDecimal(id, CultureInfo.InvariantCulture) is var value
                && value % 1 == 0 && value is >= long.MinValue and <= long.MaxValue => (long)value,
            _ => null,
        },
    };
}
