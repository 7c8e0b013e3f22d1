namespace RecTools.Data;

/// <summary>A text file with one basket a line, items with a separator between them, as rows of basket (the number of the line) and item.</summary>
/// <remarks>Blanks around an item and nothing between two separators do not count; an item in double quotes may hold the separator. A line without an item gives no row, and is counted.</remarks>
public sealed class BasketLineReader : RowReader
{
    private readonly DelimitedFileReader lines;
    private int next;
    private int cell = -1;
    private long line;
    private long lastWithItem;

    /// <summary>Opens a file.</summary>
    /// <param name="source">Its path, and perhaps its separator.</param>
    /// <exception cref="RecException">As for other text files.</exception>
    public BasketLineReader(InteractionSource source) => lines = new DelimitedFileReader(source with { Header = [] });

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnSpec> Columns { get; } = [new("Basket", CellKind.Int64), new("Item", CellKind.Text, null, Nullable: true)];

    /// <summary>Lines without an item so far.</summary>
    public long EmptyLines { get; private set; }

    /// <summary>Number of the first of them; 0 if there is none.</summary>
    public long FirstEmptyLine { get; private set; }

    /// <inheritdoc/>
    public override bool Read()
    {
        do
        {
            while (cell < 0 || next >= lines.CellCount)
            {
                if (!lines.Read())
                {
                    CountEmpty(lines.RowNumber);
                    return false;
                }

                (line, next, cell) = (lines.RowNumber, 0, 0);
            }

            cell = next++;
        }
        while (GetText(1).IsEmpty);
        CountEmpty(line);
        lastWithItem = line;
        return true;
    }

    /// <inheritdoc/>
    public override CellKind Kind(int column) => Columns[column].Kind;

    /// <inheritdoc/>
    public override long GetInt64(int column) => line;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> GetText(int column) => lines.GetText(cell).Trim();

    // Those between the last line with an item and another.
    private void CountEmpty(long number)
    {
        var empty = Math.Max(0, number - lastWithItem - 1);
        FirstEmptyLine = FirstEmptyLine == 0 && empty > 0 ? lastWithItem + 1 : FirstEmptyLine;
        EmptyLines += empty;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lines.Dispose();
        base.Dispose(disposing);
    }
}
