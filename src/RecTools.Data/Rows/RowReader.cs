namespace RecTools.Data;

/// <summary>Rows, one after the other, forward only: from a table, a query, a file or the engine itself. Both sources and bulk writers speak it.</summary>
/// <remarks>A getter may be called only where <see cref="Kind"/> says that the cell is of that kind.</remarks>
public abstract class RowReader : IDisposable
{
    /// <summary>The columns.</summary>
    public abstract IReadOnlyList<ColumnSpec> Columns { get; }

    /// <summary>Moves to the next row.</summary>
    /// <returns>False after the last row.</returns>
    public abstract bool Read();

    /// <summary>What the cell of the current row is.</summary>
    public abstract CellKind Kind(int column);

    /// <summary>A whole number.</summary>
    public virtual long GetInt64(int column) => throw Wrong(column);

    /// <summary>A number with a fraction.</summary>
    public virtual double GetDouble(int column) => throw Wrong(column);

    /// <summary>Text, valid until the next <see cref="Read"/>.</summary>
    public virtual ReadOnlySpan<char> GetText(int column) => throw Wrong(column);

    /// <summary>A GUID.</summary>
    public virtual Guid GetGuid(int column) => throw Wrong(column);

    /// <summary>UTC ticks.</summary>
    public virtual long GetTicks(int column) => throw Wrong(column);

    /// <summary>Bytes.</summary>
    public virtual ReadOnlySpan<byte> GetBytes(int column) => throw Wrong(column);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the source.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private InvalidOperationException Wrong(int column) => new($"Column {Columns[column].Name} has no such value in this row.");
}
