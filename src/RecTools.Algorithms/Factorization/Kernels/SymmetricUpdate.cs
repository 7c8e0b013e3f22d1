using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Adds sum over i of s(i) y(i)' to a symmetric matrix: the normal equations of least squares, and the update of a blocked Cholesky decomposition.
/// Only tiles on and above the diagonal are written.
/// </summary>
/// <remarks>
/// Works in tiles of 16 x 16 numbers that stay in registers while the vectors stream by. Each element is summed by fused multiply-add
/// in the order of the vectors, so any vector width gives the same bits.
/// </remarks>
internal static unsafe class SymmetricUpdate
{
    /// <summary>Side of a tile; the order of every matrix is a multiple of it.</summary>
    public const int Tile = 16;

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
            AddRow(matrix, order, row, scaled, plain, count);
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

    /// <summary>Adds to the tiles of one row of tiles, from the diagonal on.</summary>
    public static void AddRow(float* matrix, int order, int row, float* scaled, float* plain, int count) =>
        AddRow(matrix, order, row, row, scaled, plain, count);

    private static void AddRow(float* matrix, int order, int row, int firstColumn, float* scaled, float* plain, int count)
    {
        for (var column = firstColumn; column < order; column += Tile)
        {
            var tile = matrix + ((long)row * order) + column;
            if (Vector512.IsHardwareAccelerated)
            {
                Add512(tile, order, scaled + row, plain + column, count);
            }
            else
            {
                Add256(tile, order, scaled + row, plain + column, count);
            }
        }
    }

    private static void Add512(float* tile, int order, float* scaled, float* plain, int count)
    {
        var a0 = Vector512.Load(tile);
        var a1 = Vector512.Load(tile + order);
        var a2 = Vector512.Load(tile + (2 * order));
        var a3 = Vector512.Load(tile + (3 * order));
        var a4 = Vector512.Load(tile + (4 * order));
        var a5 = Vector512.Load(tile + (5 * order));
        var a6 = Vector512.Load(tile + (6 * order));
        var a7 = Vector512.Load(tile + (7 * order));
        var a8 = Vector512.Load(tile + (8 * order));
        var a9 = Vector512.Load(tile + (9 * order));
        var a10 = Vector512.Load(tile + (10 * order));
        var a11 = Vector512.Load(tile + (11 * order));
        var a12 = Vector512.Load(tile + (12 * order));
        var a13 = Vector512.Load(tile + (13 * order));
        var a14 = Vector512.Load(tile + (14 * order));
        var a15 = Vector512.Load(tile + (15 * order));
        for (var i = 0; i < count; i++)
        {
            var y = Vector512.Load(plain);
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[0]), y, a0);
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[1]), y, a1);
            a2 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[2]), y, a2);
            a3 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[3]), y, a3);
            a4 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[4]), y, a4);
            a5 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[5]), y, a5);
            a6 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[6]), y, a6);
            a7 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[7]), y, a7);
            a8 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[8]), y, a8);
            a9 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[9]), y, a9);
            a10 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[10]), y, a10);
            a11 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[11]), y, a11);
            a12 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[12]), y, a12);
            a13 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[13]), y, a13);
            a14 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[14]), y, a14);
            a15 = Vector512.FusedMultiplyAdd(Vector512.Create(scaled[15]), y, a15);
            scaled += order;
            plain += order;
        }

        a0.Store(tile);
        a1.Store(tile + order);
        a2.Store(tile + (2 * order));
        a3.Store(tile + (3 * order));
        a4.Store(tile + (4 * order));
        a5.Store(tile + (5 * order));
        a6.Store(tile + (6 * order));
        a7.Store(tile + (7 * order));
        a8.Store(tile + (8 * order));
        a9.Store(tile + (9 * order));
        a10.Store(tile + (10 * order));
        a11.Store(tile + (11 * order));
        a12.Store(tile + (12 * order));
        a13.Store(tile + (13 * order));
        a14.Store(tile + (14 * order));
        a15.Store(tile + (15 * order));
    }

    // Eight sums of two vectors: sixteen registers are all that such a processor has, and some must be left for the operands.
    private static void Add256(float* tile, int order, float* scaled, float* plain, int count)
    {
        for (var row = 0; row < Tile; row += 4)
        {
            AddFourRows(tile + (row * order), order, scaled + row, plain, count);
        }
    }

    private static void AddFourRows(float* tile, int order, float* scaled, float* plain, int count)
    {
        var a0 = Vector256.Load(tile);
        var b0 = Vector256.Load(tile + 8);
        var a1 = Vector256.Load(tile + order);
        var b1 = Vector256.Load(tile + order + 8);
        var a2 = Vector256.Load(tile + (2 * order));
        var b2 = Vector256.Load(tile + (2 * order) + 8);
        var a3 = Vector256.Load(tile + (3 * order));
        var b3 = Vector256.Load(tile + (3 * order) + 8);
        for (var i = 0; i < count; i++)
        {
            var y = Vector256.Load(plain);
            var z = Vector256.Load(plain + 8);
            var s0 = Vector256.Create(scaled[0]);
            a0 = Vector256.FusedMultiplyAdd(s0, y, a0);
            b0 = Vector256.FusedMultiplyAdd(s0, z, b0);
            var s1 = Vector256.Create(scaled[1]);
            a1 = Vector256.FusedMultiplyAdd(s1, y, a1);
            b1 = Vector256.FusedMultiplyAdd(s1, z, b1);
            var s2 = Vector256.Create(scaled[2]);
            a2 = Vector256.FusedMultiplyAdd(s2, y, a2);
            b2 = Vector256.FusedMultiplyAdd(s2, z, b2);
            var s3 = Vector256.Create(scaled[3]);
            a3 = Vector256.FusedMultiplyAdd(s3, y, a3);
            b3 = Vector256.FusedMultiplyAdd(s3, z, b3);
            scaled += order;
            plain += order;
        }

        a0.Store(tile);
        b0.Store(tile + 8);
        a1.Store(tile + order);
        b1.Store(tile + order + 8);
        a2.Store(tile + (2 * order));
        b2.Store(tile + (2 * order) + 8);
        a3.Store(tile + (3 * order));
        b3.Store(tile + (3 * order) + 8);
    }
}
