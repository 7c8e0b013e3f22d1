using RecTools.Data;

namespace RecTools.Tests;

public class PrefetchedRowsTests
{
    private static readonly ColumnSpec[] Columns = [.. Enumerable.Range(0, 7).Select(column => new ColumnSpec($"c{column}", CellKind.Text))];

    // Around the size of a batch, and several of them.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(RowBatch.Capacity - 1)]
    [InlineData(RowBatch.Capacity)]
    [InlineData(RowBatch.Capacity + 1)]
    [InlineData((5 * RowBatch.Capacity) + 17)]
    public void Cells_of_all_kinds_come_as_they_are_and_the_end_is_read_once(int count)
    {
        var rows = Enumerable.Range(0, count).Select(RowOf).ToArray();
        using var counting = new CountingRows(new GivenRows(Columns, rows));
        using var ahead = new PrefetchedRows(counting);
        for (var row = 0; row < count; row++)
        {
            Assert.True(ahead.Read());
            Assert.Equal(rows[row], [.. Enumerable.Range(0, Columns.Length).Select(column => Cell(ahead, column))]);
        }

        Assert.False(ahead.Read());
        Assert.False(ahead.Read());

        // SQLite would begin the query again.
        Assert.Equal(count + 1, counting.Reads);
    }

    [Fact]
    public void An_error_comes_after_the_batches_before_it()
    {
        const int Good = 2 * RowBatch.Capacity;
        using var ahead = new PrefetchedRows(new CountingRows(new GivenRows(Columns, [.. Enumerable.Range(0, 3 * RowBatch.Capacity).Select(RowOf)]), failAt: Good + 5));
        for (var row = 0; row < Good; row++)
        {
            Assert.True(ahead.Read());
        }

        Assert.Equal("row", Assert.Throws<InvalidDataException>(() => ahead.Read()).Message);
        Assert.Throws<InvalidDataException>(() => ahead.Read());
    }

    [Fact]
    public void Who_stops_early_does_not_wait_for_the_rest()
    {
        using var counting = new CountingRows(new GivenRows(Columns, [.. Enumerable.Range(0, 20 * RowBatch.Capacity).Select(RowOf)]));
        using (var ahead = new PrefetchedRows(counting))
        {
            Assert.True(ahead.Read());
        }

        Assert.True(counting.IsDisposed);
        Assert.InRange(counting.Reads, 1, 5 * RowBatch.Capacity);
    }

    private static object?[] RowOf(int row) =>
    [
        (long)row * row,
        row / 7.0,
        row % 5 == 0 ? null : new string('ä', row % 40) + row,
        new Guid(row, 1, 2, new byte[8]),
        new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(row),
        Enumerable.Range(0, row % 9).Select(i => (byte)(row + i)).ToArray(),
        row % 3 == 0 ? (long)row : row % 3 == 1 ? "text" : null,
    ];

    private static object? Cell(RowReader rows, int column) => rows.Kind(column) switch
    {
        CellKind.Null => null,
        CellKind.Int64 => rows.GetInt64(column),
        CellKind.Float64 => rows.GetDouble(column),
        CellKind.Guid => rows.GetGuid(column),
        CellKind.Time => new DateTime(rows.GetTicks(column), DateTimeKind.Utc),
        CellKind.Blob => rows.GetBytes(column).ToArray(),
        _ => rows.GetText(column).ToString(),
    };

    /// <summary>Counts how often rows are asked for, and may fail at one of them.</summary>
    private sealed class CountingRows(RowReader inner, int failAt = int.MaxValue) : RowReader
    {
        public int Reads { get; private set; }

        public bool IsDisposed { get; private set; }

        public override IReadOnlyList<ColumnSpec> Columns => inner.Columns;

        public override bool Read() => ++Reads > failAt ? throw new InvalidDataException("row") : inner.Read();

        public override CellKind Kind(int column) => inner.Kind(column);

        public override long GetInt64(int column) => inner.GetInt64(column);

        public override double GetDouble(int column) => inner.GetDouble(column);

        public override ReadOnlySpan<char> GetText(int column) => inner.GetText(column);

        public override Guid GetGuid(int column) => inner.GetGuid(column);

        public override long GetTicks(int column) => inner.GetTicks(column);

        public override ReadOnlySpan<byte> GetBytes(int column) => inner.GetBytes(column);

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
