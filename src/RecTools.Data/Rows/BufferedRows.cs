namespace RecTools.Data;

/// <summary>Rows that the program itself makes: the cells of the current row are set one by one, then read by a bulk writer.</summary>
/// <param name="columns">The columns.</param>
public abstract class BufferedRows(IReadOnlyList<ColumnSpec> columns) : RowReader
{
    private readonly long[] numbers = new long[columns.Count];
    private readonly string[] texts = new string[columns.Count];
    private readonly Guid[] guids = new Guid[columns.Count];
    private readonly bool[] nulls = new bool[columns.Count];

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnSpec> Columns { get; } = columns;

    /// <inheritdoc/>
    public override CellKind Kind(int column) => nulls[column] ? CellKind.Null : Columns[column].Kind;

    /// <inheritdoc/>
    public override long GetInt64(int column) => numbers[column];

    /// <inheritdoc/>
    public override double GetDouble(int column) => BitConverter.Int64BitsToDouble(numbers[column]);

    /// <inheritdoc/>
    public override ReadOnlySpan<char> GetText(int column) => texts[column];

    /// <inheritdoc/>
    public override Guid GetGuid(int column) => guids[column];

    /// <inheritdoc/>
    public override long GetTicks(int column) => numbers[column];

    /// <summary>Sets a number with a fraction, or none.</summary>
    protected void Set(int column, double? value)
    {
        nulls[column] = value is null;
        Set(column, value ?? 0);
    }

    /// <summary>Sets text, or none.</summary>
    protected void SetOrNull(int column, string? value)
    {
        nulls[column] = value is null;
        Set(column, value ?? "");
    }

    /// <summary>Empties a cell, or lets it be filled again.</summary>
    protected void SetNull(int column, bool isNull = true) => nulls[column] = isNull;

    /// <summary>Sets a whole number.</summary>
    protected void Set(int column, long value) => numbers[column] = value;

    /// <summary>Sets a number with a fraction.</summary>
    protected void Set(int column, double value) => numbers[column] = BitConverter.DoubleToInt64Bits(value);

    /// <summary>Sets text.</summary>
    protected void Set(int column, string value) => texts[column] = value;

    /// <summary>Sets a GUID.</summary>
    protected void Set(int column, Guid value) => guids[column] = value;

    /// <summary>Sets a point in time.</summary>
    protected void Set(int column, DateTime value) => numbers[column] = value.Ticks;
}
