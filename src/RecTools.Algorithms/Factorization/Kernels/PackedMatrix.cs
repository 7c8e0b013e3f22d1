namespace RecTools.Algorithms;

/// <summary>
/// The upper triangle of a symmetric matrix in panels of sixteen columns: panel p holds the rows 0 to 16 p + 15 of the columns from 16 p on, one after the other.
/// That is half the room of the whole matrix, and every kernel reads and writes it without a gap.
/// </summary>
internal static unsafe class PackedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int Side = TileUpdate.Side;

    /// <summary>Numbers in a tile.</summary>
    public const int TileSize = Side * Side;

    /// <summary>Numbers in a matrix.</summary>
    /// <param name="order">A multiple of <see cref="Side"/>.</param>
    public static int Length(int order) => TileSize * Triangle(order / Side);

    /// <summary>A tile.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">Row of tiles, at most <paramref name="column"/>.</param>
    /// <param name="column">Column of tiles, the number of the panel.</param>
    public static float* Tile(float* matrix, int row, int column) => matrix + ((long)TileSize * (Triangle(column) + row));

    /// <summary>An element.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="row">Its row, at most <paramref name="column"/>, or in the same tile.</param>
    /// <param name="column">Its column.</param>
    public static ref float At(float* matrix, int row, int column) => ref Tile(matrix, 0, column / Side)[(row * Side) + (column % Side)];

    /// <summary>Fills in what is below the diagonal in its tiles.</summary>
    public static void MirrorDiagonal(float* matrix, int order)
    {
        for (var row = 0; row < order; row++)
        {
            for (var column = row / Side * Side; column < row; column++)
            {
                At(matrix, row, column) = At(matrix, column, row);
            }
        }
    }

    /// <summary>Copies the tiles on and above the diagonal of a matrix that is stored row by row.</summary>
    /// <param name="rows">The matrix, from its first element on.</param>
    /// <param name="stride">Distance of two rows of it.</param>
    /// <param name="order">Rows and columns to copy.</param>
    /// <param name="matrix">Takes them.</param>
    public static void Pack(ReadOnlySpan<float> rows, int stride, int order, float* matrix)
    {
        for (var first = 0; first < order; first += Side)
        {
            var to = Tile(matrix, 0, first / Side);
            for (var row = 0; row < first + Side; row++)
            {
                rows.Slice((row * stride) + first, Side).CopyTo(new Span<float>(to + (row * Side), Side));
            }
        }
    }

    /// <summary>Adds sum over i of s(i) y(i)'.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="order">A multiple of <see cref="Side"/>.</param>
    /// <param name="scaled">The vectors s in panels of sixteen numbers of each.</param>
    /// <param name="plain">The vectors y, likewise.</param>
    /// <param name="panel">Distance of two panels of the vectors.</param>
    /// <param name="count">How many vectors.</param>
    public static void Add(float* matrix, int order, float* scaled, float* plain, int panel, int count)
    {
        for (var row = 0; row < order / Side; row++)
        {
            AddRow(matrix, order, row, scaled + (row * panel), plain, panel, count);
        }
    }

    private static void AddRow(float* matrix, int order, int row, float* scaled, float* plain, int panel, int count)
    {
        var column = row;
        for (; column + 1 < order / Side; column += 2)
        {
            TileUpdate.AddPair(
                Tile(matrix, row, column), Tile(matrix, row, column + 1), Side, scaled, plain + (column * panel), plain + ((column + 1) * panel), Side, count);
        }

        if (column < order / Side)
        {
            TileUpdate.Add(Tile(matrix, row, column), Side, scaled, plain + (column * panel), Side, count);
        }
    }

    private static int Triangle(int tiles) => tiles * (tiles + 1) / 2;
}
