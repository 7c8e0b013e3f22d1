using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>Streams a query. The driver hands out each row's cells once and in order, so they are kept here until the next row.</summary>
internal sealed class SqlServerRowReader : RowReader
{
    private readonly SqlCommand command;
    private readonly SqlDataReader reader;
    private readonly Func<Exception, RecException?> explain;
    private readonly CancellationToken cancellation;
    private readonly CancellationTokenRegistration registration;
    private readonly CellKind[] kinds;
    private readonly long[] numbers;
    private readonly Guid[] guids;
    private readonly char[][] texts;
    private readonly int[] lengths;
    private readonly Action? ended;
    private bool isAtEnd;

    public SqlServerRowReader(
        SqlCommand command, IReadOnlyList<ColumnSpec>? declared, Func<Exception, RecException?> explain, CancellationToken cancellation, Action? ended = null)
    {
        this.ended = ended;
        this.command = command;
        this.explain = explain;
        this.cancellation = cancellation;
        registration = cancellation.Register(command.Cancel);
        reader = command.ExecuteReader(CommandBehavior.SequentialAccess | CommandBehavior.SingleResult);
        Columns = declared is not null && declared.Count == reader.FieldCount
            ? declared
            : [.. Enumerable.Range(0, reader.FieldCount).Select(i => new ColumnSpec(reader.GetName(i), SqlServerTypes.KindOf(reader.GetDataTypeName(i)), null, Nullable: true))];
        kinds = new CellKind[reader.FieldCount];
        numbers = new long[reader.FieldCount];
        guids = new Guid[reader.FieldCount];
        lengths = new int[reader.FieldCount];
        texts = [.. Enumerable.Range(0, reader.FieldCount).Select(_ => new char[64])];
    }

    public override IReadOnlyList<ColumnSpec> Columns { get; }

    public override bool Read()
    {
        try
        {
            if (!reader.Read())
            {
                isAtEnd = true;
                return false;
            }

            for (var i = 0; i < kinds.Length; i++)
            {
                kinds[i] = reader.IsDBNull(i) ? CellKind.Null : Keep(i);
            }

            return true;
        }
        catch (Exception error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw explain(error) ?? error;
        }
    }

    public override CellKind Kind(int column) => kinds[column];

    public override long GetInt64(int column) => numbers[column];

    public override double GetDouble(int column) => BitConverter.Int64BitsToDouble(numbers[column]);

    public override ReadOnlySpan<char> GetText(int column) => texts[column].AsSpan(0, lengths[column]);

    public override Guid GetGuid(int column) => guids[column];

    public override long GetTicks(int column) => numbers[column];

    protected override void Dispose(bool disposing)
    {
        registration.Dispose();

        // Rows not wanted any more need not come over the network.
        if (!isAtEnd)
        {
            command.Cancel();
        }

        reader.Dispose();
        command.Dispose();
        ended?.Invoke();
        base.Dispose(disposing);
    }

    private CellKind Keep(int column)
    {
        var type = reader.GetFieldType(column);
        var kind = Columns[column].Kind;
        switch (kind)
        {
            case CellKind.Int64 when type == typeof(decimal):
                return KeepDecimal(column);
            case CellKind.Int64:
                numbers[column] = type == typeof(int) ? reader.GetInt32(column)
                    : type == typeof(long) ? reader.GetInt64(column)
                    : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
                return kind;
            case CellKind.Float64:
                var number = type == typeof(double) ? reader.GetDouble(column)
                    : type == typeof(float) ? reader.GetFloat(column)
                    : type == typeof(decimal) ? reader.GetSqlDecimal(column).ToDouble()
                    : Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture);
                numbers[column] = BitConverter.DoubleToInt64Bits(number);
                return kind;
            case CellKind.Guid:
                guids[column] = reader.GetGuid(column);
                return kind;
            case CellKind.Time:
                numbers[column] = type == typeof(DateTimeOffset) ? reader.GetDateTimeOffset(column).UtcTicks : reader.GetDateTime(column).Ticks;
                return kind;
            case CellKind.Text when type == typeof(string):
                KeepText(column);
                return kind;
            case CellKind.Text:
                var text = Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "";
                (texts[column], lengths[column]) = (text.ToCharArray(), text.Length);
                return kind;
            default:
                return CellKind.Blob;
        }
    }

    // decimal(38,0) may hold what no 64 bits do; such an id is then refused rather than rounded to its neighbour.
    private CellKind KeepDecimal(int column)
    {
        var value = reader.GetSqlDecimal(column);
        if (value.Precision <= 28 || (value >= long.MinValue && value <= long.MaxValue))
        {
            var number = value.Value;
            if (number is >= long.MinValue and <= long.MaxValue)
            {
                numbers[column] = (long)number;
                return CellKind.Int64;
            }
        }

        numbers[column] = BitConverter.DoubleToInt64Bits(value.ToDouble());
        return CellKind.Float64;
    }

    private void KeepText(int column)
    {
        var length = 0;
        while (true)
        {
            var read = (int)reader.GetChars(column, length, texts[column], length, texts[column].Length - length);
            length += read;
            if (length < texts[column].Length)
            {
                lengths[column] = length;
                return;
            }

            Array.Resize(ref texts[column], texts[column].Length * 2);
        }
    }
}
