namespace RecTools.Data;

/// <summary>Passes rows on with some of their columns only. The inner rows stay their maker's to dispose of.</summary>
internal sealed class SelectedColumns : RowReader
{
    private readonly RowReader inner;
    private readonly int[] places;

    /// <summary>Chooses the columns.</summary>
    /// <param name="inner">The rows.</param>
    /// <param name="isWanted">Whether a column is passed on.</param>
    public SelectedColumns(RowReader inner, Func<ColumnSpec, bool> isWanted)
    {
        this.inner = inner;
        places = [.. Enumerable.Range(0, inner.Columns.Count).Where(place => isWanted(inner.Columns[place]))];
        Columns = [.. places.Select(place => inner.Columns[place])];
    }

    public override IReadOnlyList<ColumnSpec> Columns { get; }

    public override bool Read() => inner.Read();

    public override CellKind Kind(int column) => inner.Kind(places[column]);

    public override long GetInt64(int column) => inner.GetInt64(places[column]);

    public override double GetDouble(int column) => inner.GetDouble(places[column]);

    public override ReadOnlySpan<char> GetText(int column) => inner.GetText(places[column]);

    public override Guid GetGuid(int column) => inner.GetGuid(places[column]);

    public override long GetTicks(int column) => inner.GetTicks(places[column]);

    public override ReadOnlySpan<byte> GetBytes(int column) => inner.GetBytes(places[column]);
}
