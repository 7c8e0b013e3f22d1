namespace RecTools.Algorithms;

/// <summary>
/// Inverts a symmetric positive definite matrix in place, up to the sign, by the sweep operator (Goodnight 1979), a block of rows at a time: nearly all of the work is
/// the product of square tiles, n^3 operations in all, half as many as without symmetry.
/// </summary>
/// <remarks>
/// Sweeping the block K turns A(K, K) into -A(K, K)^-1, A(K, J) into A(K, K)^-1 A(K, J), and takes A(I, K) A(K, K)^-1 A(K, J) away from A(I, J); after all blocks
/// the matrix is the negative of its inverse, and is left so. Blocks on the diagonal are inverted in double precision. Every tile is computed by one thread in a
/// fixed order: the same bits at any number of threads.
/// </remarks>
internal static unsafe class SymmetricInverse
{
    private const int Side = TiledSymmetricMatrix.Side;
    private const int TileSize = TiledSymmetricMatrix.TileSize;

    /// <summary>Operations that it takes, roughly.</summary>
    public static double OperationsFor(int order) => Math.Pow(order, 3);

    /// <summary>Inverts.</summary>
    /// <param name="matrix">The matrix, which becomes the negative of its inverse.</param>
    /// <param name="context">Threads, and who watches.</param>
    /// <returns>Whether rounding has left every pivot above 0; if not, the matrix is spoilt.</returns>
    public static bool InvertNegated(TiledSymmetricMatrix matrix, FitContext context)
    {
        var tiles = matrix.Tiles;
        var panel = new AlignedBuffer(Math.Max(1, tiles) * TileSize);
        var solved = new AlignedBuffer(Math.Max(1, tiles) * TileSize);
        var pivot = new AlignedBuffer(TileSize);
        for (var block = 0; block < tiles; block++)
        {
            if (!PivotTile.Invert(matrix.Tile(block, block), pivot.Start))
            {
                return false;
            }

            Solve(matrix, block, pivot, panel, solved, context.Workers);
            Update(matrix, block, panel, solved, context.Workers);
            Replace(matrix, block, pivot, solved, context.Workers);
            context.Observer.Progress("Fit", block + 1, tiles);
        }

        GC.KeepAlive(panel);
        GC.KeepAlive(solved);
        GC.KeepAlive(pivot);
        return true;
    }

    // panel = -A(block, J), solved = A(block, block)^-1 A(block, J).
    private static void Solve(
        TiledSymmetricMatrix matrix, int block, AlignedBuffer pivot, AlignedBuffer panel, AlignedBuffer solved, Workers workers) =>
        workers.ForEachPiece(matrix.Tiles, 1, (tile, _) =>
        {
            if (tile == block)
            {
                return;
            }

            var own = panel.Start + ((long)tile * TileSize);
            var to = solved.Start + ((long)tile * TileSize);
            matrix.Copy(block, tile, own);
            new Span<float>(to, TileSize).Clear();
            SymmetricUpdate.AddSquare(to, Side, pivot.Start, own, Side);
            VectorKernels.Scale(own, -1, own, TileSize);
        });

    private static void Update(TiledSymmetricMatrix matrix, int block, AlignedBuffer panel, AlignedBuffer solved, Workers workers)
    {
        // Pairs of tiles by the row of the first: shorter rows come last, which evens out the threads' work.
        var tiles = matrix.Tiles;
        workers.ForEachPiece(tiles * tiles, 1, (pair, _) =>
        {
            var (row, column) = (pair / tiles, pair % tiles);
            if (row <= column && row != block && column != block)
            {
                SymmetricUpdate.AddSquare(
                    matrix.Tile(row, column), Side, panel.Start + ((long)row * TileSize), solved.Start + ((long)column * TileSize), Side);
            }
        });
    }

    private static void Replace(TiledSymmetricMatrix matrix, int block, AlignedBuffer pivot, AlignedBuffer solved, Workers workers) =>
        workers.ForEachPiece(matrix.Tiles, 1, (tile, _) =>
        {
            if (tile == block)
            {
                VectorKernels.Scale(pivot.Start, -1, matrix.Tile(block, block), TileSize);
            }
            else
            {
                matrix.Store(block, tile, solved.Start + ((long)tile * TileSize));
            }
        });
}
