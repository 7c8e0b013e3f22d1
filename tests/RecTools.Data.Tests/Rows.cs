using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Rows given as arrays: long, double, string, Guid, DateTime or null.</summary>
internal sealed class GivenRows(IReadOnlyList<ColumnSpec> columns, params object?[][] rows) : RowReader
{
    private int at = -1;

    public override IReadOnlyList<ColumnSpec> Columns => columns;

    public override bool Read() => ++at < rows.Length;

    public override CellKind Kind(int column) => rows[at][column] switch
    {
        null => CellKind.Null,
        long => CellKind.Int64,
        double => CellKind.Float64,
        Guid => CellKind.Guid,
        DateTime => CellKind.Time,
        byte[] => CellKind.Blob,
        _ => CellKind.Text,
    };

    public override long GetInt64(int column) => (long)rows[at][column]!;

    public override double GetDouble(int column) => (double)rows[at][column]!;

    public override ReadOnlySpan<char> GetText(int column) => (string)rows[at][column]!;

    public override Guid GetGuid(int column) => (Guid)rows[at][column]!;

    public override long GetTicks(int column) => ((DateTime)rows[at][column]!).Ticks;

    public override ReadOnlySpan<byte> GetBytes(int column) => (byte[])rows[at][column]!;
}
