using System.Globalization;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Rows of text turned into rows of the destination's types; rows that do not fit are set aside and counted.</summary>
internal sealed class TypedRows : RowReader
{
    private readonly RowReader inner;
    private readonly IMalformedRows? malformed;
    private readonly int[] place;
    private readonly CellKind[] kinds;
    private readonly long[] numbers;
    private readonly RejectionTally rejected;

    /// <summary>Wraps a reader.</summary>
    /// <param name="inner">The rows as they come.</param>
    /// <param name="columns">The columns to give, found in <paramref name="inner"/> by name.</param>
    /// <param name="rejected">Counts the rows set aside.</param>
    public TypedRows(RowReader inner, IReadOnlyList<ColumnSpec> columns, RejectionTally rejected)
    {
        this.inner = inner;
        this.rejected = rejected;
        malformed = inner as IMalformedRows;
        Columns = columns;
        kinds = new CellKind[columns.Count];
        numbers = new long[columns.Count];
        var names = inner.Columns.Select(column => column.Name).ToList();
        place = [.. columns.Select(column => names.FindIndex(name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Rows read, those set aside included.</summary>
    public long RowsRead { get; private set; }

    public override IReadOnlyList<ColumnSpec> Columns { get; }

    public override bool Read()
    {
        while (inner.Read())
        {
            RowsRead++;
            if (Convert() is not { } reason)
            {
                return true;
            }

            rejected.Add(reason, () => malformed?.IsMalformed == true ? malformed.Describe() : CellValue.Describe(inner));
        }

        return false;
    }

    public override CellKind Kind(int column) => kinds[column];

    public override long GetInt64(int column) => numbers[column];

    public override double GetDouble(int column) => BitConverter.Int64BitsToDouble(numbers[column]);

    public override ReadOnlySpan<char> GetText(int column) => inner.GetText(place[column]);

    public override Guid GetGuid(int column) => inner.GetGuid(place[column]);

    public override long GetTicks(int column) => inner.GetTicks(place[column]);

    private string? Convert()
    {
        if (malformed?.IsMalformed == true)
        {
            return "line does not have the columns of the file";
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            var given = kinds[i] = inner.Kind(place[i]);
            switch (Columns[i].Kind)
            {
                case CellKind.Int64 when given == CellKind.Text:
                    if (!NumberText.TryParseInt64(inner.GetText(place[i]), out numbers[i]))
                    {
                        return $"{Columns[i].Name} is not a whole number";
                    }

                    kinds[i] = CellKind.Int64;
                    break;
                case CellKind.Float64 when given is CellKind.Text:
                    if (!NumberText.TryParseDouble(inner.GetText(place[i]), out var number) || !double.IsFinite(number))
                    {
                        return $"{Columns[i].Name} is not a number";
                    }

                    numbers[i] = BitConverter.DoubleToInt64Bits(number);
                    kinds[i] = CellKind.Float64;
                    break;
                case CellKind.Int64 when given == CellKind.Int64:
                    numbers[i] = inner.GetInt64(place[i]);
                    break;
                case CellKind.Float64 when given is CellKind.Int64 or CellKind.Float64:
                    numbers[i] = BitConverter.DoubleToInt64Bits(given == CellKind.Int64 ? inner.GetInt64(place[i]) : inner.GetDouble(place[i]));
                    kinds[i] = CellKind.Float64;
                    break;
                case var wanted when given != wanted && given != CellKind.Null && wanted != CellKind.Text:
                    return $"{Columns[i].Name} is not of the column's type";
                default:
                    break;
            }
        }

        return null;
    }
}
