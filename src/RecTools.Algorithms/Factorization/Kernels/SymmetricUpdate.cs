namespace RecTools.Algorithms;

/// <summary>
/// Adds sum over i of s(i) y(i)' to a matrix row by row: to its tiles on and above the diagonal where the sum is symmetric, or to all of them.
/// </summary>
internal static unsafe class SymmetricUpdate
{
    /// <summary>Side of a tile; the order of every matrix is a multiple of it.</summary>
    public const int Tile = TileUpdate.Side;

    /// <summary>Adds to all tiles on and above the diagonal.</summary>
    /// <param name="matrix">Row by row, <paramref name="order"/> x <paramref name="order"/>.</param>
    /// <param name="order">A multiple of <see cref="Tile"/>.</param>
    /// <param name="scaled">The vectors s, each <paramref name="order"/> long.</param>
    /// <param name="plain">The vectors y.</param>
    /// <param name="count">How many.</param>
    public static void Add(float* matrix, int order, float* scaled, float* plain, int count)
    {
        for (var row = 0; row < order; row += Tile)
        {
            AddRow(matrix, order, row, row, scaled, plain, count);
        }
    }

    /// <summary>Adds to all tiles, for sums that are not symmetric.</summary>
    public static void AddSquare(float* matrix, int order, float* scaled, float* plain, int count)
    {
        for (var row = 0; row < order; row += Tile)
        {
            AddRow(matrix, order, row, 0, scaled, plain, count);
        }
    }

    private static void AddRow(float* matrix, int order, int row, int firstColumn, float* scaled, float* plain, int count)
    {
        var tiles = matrix + ((long)row * order);
        var column = firstColumn;
        for (; column + Tile < order; column += 2 * Tile)
        {
            TileUpdate.AddPair(tiles + column, tiles + column + Tile, order, scaled + row, plain + column, plain + column + Tile, order, count);
        }

        if (column < order)
        {
            TileUpdate.Add(tiles + column, order, scaled + row, plain + column, order, count);
        }
    }
}
