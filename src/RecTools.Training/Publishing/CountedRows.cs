using RecTools.Data;

namespace RecTools.Training;

/// <summary>Passes rows on and counts them.</summary>
internal sealed class CountedRows(RowReader inner, Action<long>? heartbeat) : RowReader
{
    private const int RowsBetweenBeats = 1 << 13;

    /// <summary>Rows passed on.</summary>
    public long Count { get; private set; }

    public override IReadOnlyList<ColumnSpec> Columns => inner.Columns;

    public override bool Read()
    {
        if (!inner.Read())
        {
            return false;
        }

        if ((++Count & (RowsBetweenBeats - 1)) == 0)
        {
            heartbeat?.Invoke(Count);
        }

        return true;
    }

    public override CellKind Kind(int column) => inner.Kind(column);

    public override long GetInt64(int column) => inner.GetInt64(column);

    public override double GetDouble(int column) => inner.GetDouble(column);

    public override ReadOnlySpan<char> GetText(int column) => inner.GetText(column);

    public override Guid GetGuid(int column) => inner.GetGuid(column);

    public override long GetTicks(int column) => inner.GetTicks(column);

    public override ReadOnlySpan<byte> GetBytes(int column) => inner.GetBytes(column);
}
