using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Product of matrices that fit in a near cache: to(r, c) = sum over i of left(r, i) right(i, c). One kernel serves the layers, their gradients and the gradients
/// of their inputs, since the left side may be read by rows or by columns.
/// </summary>
/// <remarks>
/// Works in tiles that stay in registers while both sides stream by. Each number is summed by fused multiply-add in the order of i, so neither the number of
/// rows nor the width of the vectors changes a bit.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows of a tile; the number of rows of every product is a multiple of it.</summary>
    public const int TileRows = 8;

    private const int Lanes = VectorKernels.Lanes;

    /// <summary>The number of rows that holds <paramref name="count"/> of them.</summary>
    public static int PaddedRows(int count) => (count + TileRows - 1) / TileRows * TileRows;

    /// <summary>Writes a product.</summary>
    /// <param name="left">Number (0, 0) of the left side.</param>
    /// <param name="leftRow">Distance of two rows of the left side.</param>
    /// <param name="leftStep">Distance of two columns of the left side.</param>
    /// <param name="right">The right side, <paramref name="depth"/> rows of <paramref name="columns"/>.</param>
    /// <param name="to">The product, row by row.</param>
    /// <param name="rows">Rows of the product, a multiple of <see cref="TileRows"/>.</param>
    /// <param name="columns">Columns of the product, a multiple of 16.</param>
    /// <param name="depth">Products that each number is a sum of.</param>
    public static void Write(float* left, int leftRow, int leftStep, float* right, float* to, int rows, int columns, int depth)
    {
        for (var row = 0; row < rows; row += TileRows)
        {
            var from = left + ((long)row * leftRow);
            var target = to + ((long)row * columns);
            if (Vector512.IsHardwareAccelerated)
            {
                var column = 0;
                for (; column + (2 * Lanes) <= columns; column += 2 * Lanes)
                {
                    Wide(from, leftRow, leftStep, right + column, target + column, columns, depth);
                }

                if (column < columns)
                {
                    Narrow(from, leftRow, leftStep, right + column, target + column, columns, depth);
                }

                continue;
            }

            for (var column = 0; column < columns; column += Lanes)
            {
                Half(from, leftRow, leftStep, right + column, target + column, columns, depth);
                Half(from + (4L * leftRow), leftRow, leftStep, right + column, target + (4L * columns) + column, columns, depth);
            }
        }
    }

    // Eight rows of 32 columns: sixteen sums, which is what two multipliers of four cycles need and more.
    private static void Wide(float* left, nint row, nint step, float* right, float* to, nint columns, int depth)
    {
        var low = left;
        var high = left + (4 * row);
        var two = 2 * row;
        var three = 3 * row;
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default;
        for (var i = 0; i < depth; i++)
        {
            var y = Vector512.Load(right);
            var z = Vector512.Load(right + Lanes);
            var x = Vector512.Create(low[0]);
            a0 = Vector512.FusedMultiplyAdd(x, y, a0);
            b0 = Vector512.FusedMultiplyAdd(x, z, b0);
            x = Vector512.Create(low[row]);
            a1 = Vector512.FusedMultiplyAdd(x, y, a1);
            b1 = Vector512.FusedMultiplyAdd(x, z, b1);
            x = Vector512.Create(low[two]);
            a2 = Vector512.FusedMultiplyAdd(x, y, a2);
            b2 = Vector512.FusedMultiplyAdd(x, z, b2);
            x = Vector512.Create(low[three]);
            a3 = Vector512.FusedMultiplyAdd(x, y, a3);
            b3 = Vector512.FusedMultiplyAdd(x, z, b3);
            x = Vector512.Create(high[0]);
            a4 = Vector512.FusedMultiplyAdd(x, y, a4);
            b4 = Vector512.FusedMultiplyAdd(x, z, b4);
            x = Vector512.Create(high[row]);
            a5 = Vector512.FusedMultiplyAdd(x, y, a5);
            b5 = Vector512.FusedMultiplyAdd(x, z, b5);
            x = Vector512.Create(high[two]);
            a6 = Vector512.FusedMultiplyAdd(x, y, a6);
            b6 = Vector512.FusedMultiplyAdd(x, z, b6);
            x = Vector512.Create(high[three]);
            a7 = Vector512.FusedMultiplyAdd(x, y, a7);
            b7 = Vector512.FusedMultiplyAdd(x, z, b7);
            low += step;
            high += step;
            right += columns;
        }

        Store(a0, b0, to);
        Store(a1, b1, to + columns);
        Store(a2, b2, to + (2 * columns));
        Store(a3, b3, to + (3 * columns));
        Store(a4, b4, to + (4 * columns));
        Store(a5, b5, to + (5 * columns));
        Store(a6, b6, to + (6 * columns));
        Store(a7, b7, to + (7 * columns));
    }

    private static void Narrow(float* left, nint row, nint step, float* right, float* to, nint columns, int depth)
    {
        var low = left;
        var high = left + (4 * row);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        for (var i = 0; i < depth; i++)
        {
            var y = Vector512.Load(right);
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(low[0]), y, a0);
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(low[row]), y, a1);
            a2 = Vector512.FusedMultiplyAdd(Vector512.Create(low[2 * row]), y, a2);
            a3 = Vector512.FusedMultiplyAdd(Vector512.Create(low[3 * row]), y, a3);
            a4 = Vector512.FusedMultiplyAdd(Vector512.Create(high[0]), y, a4);
            a5 = Vector512.FusedMultiplyAdd(Vector512.Create(high[row]), y, a5);
            a6 = Vector512.FusedMultiplyAdd(Vector512.Create(high[2 * row]), y, a6);
            a7 = Vector512.FusedMultiplyAdd(Vector512.Create(high[3 * row]), y, a7);
            low += step;
            high += step;
            right += columns;
        }

        a0.Store(to);
        a1.Store(to + columns);
        a2.Store(to + (2 * columns));
        a3.Store(to + (3 * columns));
        a4.Store(to + (4 * columns));
        a5.Store(to + (5 * columns));
        a6.Store(to + (6 * columns));
        a7.Store(to + (7 * columns));
    }

    // Four rows at once: sixteen registers are all that a processor without wide vectors has.
    private static void Half(float* left, nint row, nint step, float* right, float* to, nint columns, int depth)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var i = 0; i < depth; i++)
        {
            var y = Vector256.Load(right);
            var z = Vector256.Load(right + 8);
            var x = Vector256.Create(left[0]);
            a0 = Vector256.FusedMultiplyAdd(x, y, a0);
            b0 = Vector256.FusedMultiplyAdd(x, z, b0);
            x = Vector256.Create(left[row]);
            a1 = Vector256.FusedMultiplyAdd(x, y, a1);
            b1 = Vector256.FusedMultiplyAdd(x, z, b1);
            x = Vector256.Create(left[2 * row]);
            a2 = Vector256.FusedMultiplyAdd(x, y, a2);
            b2 = Vector256.FusedMultiplyAdd(x, z, b2);
            x = Vector256.Create(left[3 * row]);
            a3 = Vector256.FusedMultiplyAdd(x, y, a3);
            b3 = Vector256.FusedMultiplyAdd(x, z, b3);
            left += step;
            right += columns;
        }

        Store(a0, b0, to);
        Store(a1, b1, to + columns);
        Store(a2, b2, to + (2 * columns));
        Store(a3, b3, to + (3 * columns));
    }

    private static void Store(Vector512<float> low, Vector512<float> high, float* to)
    {
        low.Store(to);
        high.Store(to + Lanes);
    }

    private static void Store(Vector256<float> low, Vector256<float> high, float* to)
    {
        low.Store(to);
        high.Store(to + 8);
    }
}
