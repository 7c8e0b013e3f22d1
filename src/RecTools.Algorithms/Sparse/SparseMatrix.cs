namespace RecTools.Algorithms;

/// <summary>Users by items in compressed rows: for each row its columns in ascending order, with a value each.</summary>
public sealed class SparseMatrix
{
    private SparseMatrix? transposed;

    /// <summary>Wraps arrays that the matrix then owns.</summary>
    /// <param name="columnCount">Number of columns.</param>
    /// <param name="rowStart">Where each row starts; one longer than the number of rows.</param>
    /// <param name="column">Column of each entry, ascending within a row, no column twice.</param>
    /// <param name="value">Value of each entry.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public SparseMatrix(int columnCount, int[] rowStart, int[] column, float[] value)
    {
        if (rowStart.Length == 0 || rowStart[0] != 0 || rowStart[^1] != column.Length || column.Length != value.Length)
        {
            throw new ArgumentException("Row starts, columns and values do not fit together.", nameof(rowStart));
        }

        ColumnCount = columnCount;
        RowStart = rowStart;
        Column = column;
        Value = value;
    }

    /// <summary>Number of rows.</summary>
    public int RowCount => RowStart.Length - 1;

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of entries.</summary>
    public int EntryCount => Column.Length;

    /// <summary>Where each row starts; one longer than the number of rows.</summary>
    public int[] RowStart { get; }

    /// <summary>Column of each entry.</summary>
    public int[] Column { get; }

    /// <summary>Value of each entry.</summary>
    public float[] Value { get; }

    /// <summary>Columns of one row.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => Column.AsSpan(RowStart[row], RowStart[row + 1] - RowStart[row]);

    /// <summary>Values of one row.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => Value.AsSpan(RowStart[row], RowStart[row + 1] - RowStart[row]);

    /// <summary>Entries in one row.</summary>
    public int CountOf(int row) => RowStart[row + 1] - RowStart[row];

    /// <summary>Entries in each column.</summary>
    public int[] CountColumns()
    {
        var counts = new int[ColumnCount];
        foreach (var column in Column)
        {
            counts[column]++;
        }

        return counts;
    }

    /// <summary>Euclidean length of each row.</summary>
    public double[] RowLengths()
    {
        var lengths = new double[RowCount];
        for (var row = 0; row < lengths.Length; row++)
        {
            double squares = 0;
            foreach (var value in ValuesOf(row))
            {
                squares += (double)value * value;
            }

            lengths[row] = Math.Sqrt(squares);
        }

        return lengths;
    }

    /// <summary>The same entries with other values, in the order of <see cref="Value"/>.</summary>
    public SparseMatrix WithValues(float[] values) => new(ColumnCount, RowStart, Column, values);

    /// <summary>Some of the entries, in a matrix of the same shape.</summary>
    /// <param name="isWanted">Tells it for each entry, by its place in <see cref="Column"/>.</param>
    /// <param name="kept">Places of those that are in it.</param>
    public SparseMatrix Where(Func<int, bool> isWanted, out int[] kept)
    {
        var start = new int[RowCount + 1];
        var places = new List<int>();
        for (var row = 0; row < RowCount; row++)
        {
            for (var i = RowStart[row]; i < RowStart[row + 1]; i++)
            {
                if (isWanted(i))
                {
                    places.Add(i);
                }
            }

            start[row + 1] = places.Count;
        }

        kept = [.. places];
        return new SparseMatrix(ColumnCount, start, Array.ConvertAll(kept, i => Column[i]), Array.ConvertAll(kept, i => Value[i]));
    }

    /// <summary>Items by users; made on first use and kept.</summary>
    public SparseMatrix Transpose() => transposed ??= MakeTranspose();

    /// <summary>Builds a matrix from entries in any order.</summary>
    /// <exception cref="ArgumentException">A row and column occur twice.</exception>
    public static SparseMatrix FromEntries(int rowCount, int columnCount, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        // Two stable counting sorts, by column and then by row, leave the columns of a row ascending.
        var byColumn = CountingSort.Order(columns, columnCount, null, out _);
        var order = CountingSort.Order(rows, rowCount, byColumn, out var rowStart);
        var column = new int[order.Length];
        var value = new float[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            column[i] = columns[order[i]];
            value[i] = values[order[i]];
        }

        for (var row = 0; row < rowCount; row++)
        {
            for (var i = rowStart[row] + 1; i < rowStart[row + 1]; i++)
            {
                if (column[i] == column[i - 1])
                {
                    throw new ArgumentException($"Row {row} has column {column[i]} twice.", nameof(columns));
                }
            }
        }

        return new SparseMatrix(columnCount, rowStart, column, value);
    }

    private SparseMatrix MakeTranspose()
    {
        var start = CountingSort.Starts(Column, ColumnCount);
        var next = start.AsSpan(0, ColumnCount).ToArray();
        var rows = LargePages.Uninitialized<int>(EntryCount);
        var values = LargePages.Uninitialized<float>(EntryCount);
        for (var row = 0; row < RowCount; row++)
        {
            for (var i = RowStart[row]; i < RowStart[row + 1]; i++)
            {
                var place = next[Column[i]]++;
                rows[place] = row;
                values[place] = Value[i];
            }
        }

        return new SparseMatrix(RowCount, start, rows, values) { transposed = this };
    }
}
