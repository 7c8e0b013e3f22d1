using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Collects the ids of one column while rows stream by, numbering them as they first appear; sorted into an <see cref="IdSet"/> at the end.</summary>
public abstract class IdColumn
{
    /// <summary>Stands for an id that cannot be used.</summary>
    public const int Unusable = -1;

    /// <summary>Ids seen so far.</summary>
    public abstract int Count { get; }

    /// <summary>Number of the id in the reader's current row; <see cref="Unusable"/> if it is not of the column's kind.</summary>
    public abstract int Code(RowReader reader, int column);

    /// <summary>Number of the id in the reader's current row, which may be of another kind: a file's text stands for a number.</summary>
    public int CodeOfAny(RowReader reader, int column) => Code(reader, column) is >= 0 and var code ? code : CodeOfText(CellValue.Plain(reader, column));

    /// <summary>Number of an id that is written as text.</summary>
    protected abstract int CodeOfText(string id);

    /// <summary>The ids in canonical order, and for each code its place there.</summary>
    public abstract IdSet Seal(out int[] placeOfCode);

    /// <summary>The collector for a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="untyped">Whether the source knows text only (a file), so that ids which are all whole numbers become numbers.</param>
    /// <param name="policy">How a database compares texts.</param>
    public static IdColumn For(ColumnSpec column, bool untyped, LinePolicy policy) => column.Kind switch
    {
        CellKind.Int64 or CellKind.Float64 => new NumberIdColumn(column.Declared),
        CellKind.Guid => new GuidIdColumn(column.Declared),
        CellKind.Text or CellKind.Null => new TextIdColumn(
            column.Declared, untyped, policy.IgnoreTrailingBlanks ? TextEquality.OfCollation(TextEquality.CollationOf(column.Declared) ?? policy.Collation) : default, policy.Grouping),
        _ => throw RecException.Configuration(
            "IdTypeUnsupported",
            $"Column {column.Name} holds {column.Kind} values, which cannot be ids.",
            "Use a column of whole numbers, text or GUIDs, or convert it in -Query.",
            column.Name),
    };

    private protected static int[] Places(int[] sortedCodes)
    {
        var place = new int[sortedCodes.Length];
        for (var i = 0; i < sortedCodes.Length; i++)
        {
            place[sortedCodes[i]] = i;
        }

        return place;
    }
}

/// <summary>Ids that are whole numbers.</summary>
internal sealed class NumberIdColumn(string? declared) : IdColumn
{
    private readonly NumberCodes codes = new();

    public override int Count => codes.Count;

    public override int Code(RowReader reader, int column)
    {
        long id;
        switch (reader.Kind(column))
        {
            case CellKind.Int64:
                id = reader.GetInt64(column);
                break;
            case CellKind.Float64 when reader.GetDouble(column) is var value && value % 1 == 0 && Math.Abs(value) < 1L << 53:
                id = (long)value;
                break;
            default:
                return Unusable;
        }

        return codes.CodeOf(id);
    }

    protected override int CodeOfText(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? codes.CodeOf(number) : Unusable;

    public override IdSet Seal(out int[] placeOfCode)
    {
        var ids = codes.ToArray();
        int[] order = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, order);
        placeOfCode = Places(order);
        return IdSet.FromNumbers(ids, declared);
    }
}

/// <summary>Ids that are GUIDs.</summary>
internal sealed class GuidIdColumn(string? declared) : IdColumn
{
    private readonly Dictionary<Guid, int> codes = [];

    public override int Count => codes.Count;

    public override int Code(RowReader reader, int column)
    {
        if (reader.Kind(column) != CellKind.Guid)
        {
            return Unusable;
        }

        return CodeOf(reader.GetGuid(column));
    }

    protected override int CodeOfText(string id) => Guid.TryParse(id, out var guid) ? CodeOf(guid) : Unusable;

    private int CodeOf(Guid id)
    {
        if (!codes.TryGetValue(id, out var code))
        {
            codes.Add(id, code = codes.Count);
        }

        return code;
    }

    public override IdSet Seal(out int[] placeOfCode)
    {
        var ids = codes.Keys.ToArray();
        var order = codes.Values.ToArray();
        Array.Sort(ids, order);
        placeOfCode = Places(order);
        return IdSet.FromGuids(ids, declared);
    }
}
