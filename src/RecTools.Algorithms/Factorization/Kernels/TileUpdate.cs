using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Adds sum over i of s(i) y(i)' to tiles of 16 x 16 numbers that stay in registers while the vectors stream by: the inner loop of normal equations,
/// of the Cholesky decomposition and of dense products.
/// </summary>
/// <remarks>
/// Each number is summed by fused multiply-add in the order of the vectors, so neither the width of the processor's vectors nor the number of tiles
/// taken at once changes a bit.
/// </remarks>
internal static unsafe class TileUpdate
{
    /// <summary>Side of a tile.</summary>
    public const int Side = VectorKernels.Lanes;

    /// <summary>Adds to one tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="stride">Distance of two rows of it.</param>
    /// <param name="scaled">The parts of the vectors s that meet its rows.</param>
    /// <param name="plain">The parts of the vectors y that meet its columns.</param>
    /// <param name="step">Distance of two vectors.</param>
    /// <param name="count">How many vectors.</param>
    public static void Add(float* tile, nint stride, float* scaled, float* plain, nint step, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddWide(tile, stride, scaled, plain, step, count);
        }
        else
        {
            AddNarrow(tile, stride, scaled, plain, step, count);
        }
    }

    /// <summary>Adds to two tiles of one row of tiles.</summary>
    /// <param name="first">One tile.</param>
    /// <param name="second">The other one.</param>
    /// <param name="stride">Distance of two rows of a tile.</param>
    /// <param name="scaled">The parts of the vectors s that meet the rows.</param>
    /// <param name="plain">The parts of the vectors y that meet the columns of the first tile.</param>
    /// <param name="others">Those that meet the columns of the second.</param>
    /// <param name="step">Distance of two vectors.</param>
    /// <param name="count">How many vectors.</param>
    public static void AddPair(float* first, float* second, nint stride, float* scaled, float* plain, float* others, nint step, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            // Half the loads for the same number of products: eight rows of both tiles, and then the other eight.
            AddHalves(first, second, stride, scaled, plain, others, step, count);
            AddHalves(first + (8 * stride), second + (8 * stride), stride, scaled + 8, plain, others, step, count);
        }
        else
        {
            AddNarrow(first, stride, scaled, plain, step, count);
            AddNarrow(second, stride, scaled, others, step, count);
        }
    }

    /// <summary>As <see cref="Add"/>, for processors without vectors of sixteen numbers.</summary>
    internal static void AddNarrow(float* tile, nint stride, float* scaled, float* plain, nint step, int count)
    {
        for (var row = 0; row < Side; row += 4)
        {
            AddFourRows(tile + (row * stride), stride, scaled + row, plain, step, count);
        }
    }

    private static void AddWide(float* tile, nint stride, float* scaled, float* plain, nint step, int count)
    {
        var a0 = Vector512.Load(tile);
        var a1 = Vector512.Load(tile + stride);
        var a2 = Vector512.Load(tile + (2 * stride));
        var a3 = Vector512.Load(tile + (3 * stride));
        var a4 = Vector512.Load(tile + (4 * stride));
        var a5 = Vector512.Load(tile + (5 * stride));
        var a6 = Vector512.Load(tile + (6 * stride));
        var a7 = Vector512.Load(tile + (7 * stride));
        var a8 = Vector512.Load(tile + (8 * stride));
        var a9 = Vector512.Load(tile + (9 * stride));
        var a10 = Vector512.Load(tile + (10 * stride));
        var a11 = Vector512.Load(tile + (11 * stride));
        var a12 = Vector512.Load(tile + (12 * stride));
        var a13 = Vector512.Load(tile + (13 * stride));
        var a14 = Vector512.Load(tile + (14 * stride));
        var a15 = Vector512.Load(tile + (15 * stride));
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
            scaled += step;
            plain += step;
        }

        a0.Store(tile);
        a1.Store(tile + stride);
        a2.Store(tile + (2 * stride));
        a3.Store(tile + (3 * stride));
        a4.Store(tile + (4 * stride));
        a5.Store(tile + (5 * stride));
        a6.Store(tile + (6 * stride));
        a7.Store(tile + (7 * stride));
        a8.Store(tile + (8 * stride));
        a9.Store(tile + (9 * stride));
        a10.Store(tile + (10 * stride));
        a11.Store(tile + (11 * stride));
        a12.Store(tile + (12 * stride));
        a13.Store(tile + (13 * stride));
        a14.Store(tile + (14 * stride));
        a15.Store(tile + (15 * stride));
    }

    private static void AddHalves(float* first, float* second, nint stride, float* scaled, float* plain, float* others, nint step, int count)
    {
        var a0 = Vector512.Load(first);
        var b0 = Vector512.Load(second);
        var a1 = Vector512.Load(first + stride);
        var b1 = Vector512.Load(second + stride);
        var a2 = Vector512.Load(first + (2 * stride));
        var b2 = Vector512.Load(second + (2 * stride));
        var a3 = Vector512.Load(first + (3 * stride));
        var b3 = Vector512.Load(second + (3 * stride));
        var a4 = Vector512.Load(first + (4 * stride));
        var b4 = Vector512.Load(second + (4 * stride));
        var a5 = Vector512.Load(first + (5 * stride));
        var b5 = Vector512.Load(second + (5 * stride));
        var a6 = Vector512.Load(first + (6 * stride));
        var b6 = Vector512.Load(second + (6 * stride));
        var a7 = Vector512.Load(first + (7 * stride));
        var b7 = Vector512.Load(second + (7 * stride));
        for (var i = 0; i < count; i++)
        {
            var y = Vector512.Load(plain);
            var z = Vector512.Load(others);
            var s0 = Vector512.Create(scaled[0]);
            a0 = Vector512.FusedMultiplyAdd(s0, y, a0);
            b0 = Vector512.FusedMultiplyAdd(s0, z, b0);
            var s1 = Vector512.Create(scaled[1]);
            a1 = Vector512.FusedMultiplyAdd(s1, y, a1);
            b1 = Vector512.FusedMultiplyAdd(s1, z, b1);
            var s2 = Vector512.Create(scaled[2]);
            a2 = Vector512.FusedMultiplyAdd(s2, y, a2);
            b2 = Vector512.FusedMultiplyAdd(s2, z, b2);
            var s3 = Vector512.Create(scaled[3]);
            a3 = Vector512.FusedMultiplyAdd(s3, y, a3);
            b3 = Vector512.FusedMultiplyAdd(s3, z, b3);
            var s4 = Vector512.Create(scaled[4]);
            a4 = Vector512.FusedMultiplyAdd(s4, y, a4);
            b4 = Vector512.FusedMultiplyAdd(s4, z, b4);
            var s5 = Vector512.Create(scaled[5]);
            a5 = Vector512.FusedMultiplyAdd(s5, y, a5);
            b5 = Vector512.FusedMultiplyAdd(s5, z, b5);
            var s6 = Vector512.Create(scaled[6]);
            a6 = Vector512.FusedMultiplyAdd(s6, y, a6);
            b6 = Vector512.FusedMultiplyAdd(s6, z, b6);
            var s7 = Vector512.Create(scaled[7]);
            a7 = Vector512.FusedMultiplyAdd(s7, y, a7);
            b7 = Vector512.FusedMultiplyAdd(s7, z, b7);
            scaled += step;
            plain += step;
            others += step;
        }

        a0.Store(first);
        b0.Store(second);
        a1.Store(first + stride);
        b1.Store(second + stride);
        a2.Store(first + (2 * stride));
        b2.Store(second + (2 * stride));
        a3.Store(first + (3 * stride));
        b3.Store(second + (3 * stride));
        a4.Store(first + (4 * stride));
        b4.Store(second + (4 * stride));
        a5.Store(first + (5 * stride));
        b5.Store(second + (5 * stride));
        a6.Store(first + (6 * stride));
        b6.Store(second + (6 * stride));
        a7.Store(first + (7 * stride));
        b7.Store(second + (7 * stride));
    }

    // Eight sums of two vectors: sixteen registers are all that such a processor has, and some must be left for the operands.
    private static void AddFourRows(float* tile, nint stride, float* scaled, float* plain, nint step, int count)
    {
        var a0 = Vector256.Load(tile);
        var b0 = Vector256.Load(tile + 8);
        var a1 = Vector256.Load(tile + stride);
        var b1 = Vector256.Load(tile + stride + 8);
        var a2 = Vector256.Load(tile + (2 * stride));
        var b2 = Vector256.Load(tile + (2 * stride) + 8);
        var a3 = Vector256.Load(tile + (3 * stride));
        var b3 = Vector256.Load(tile + (3 * stride) + 8);
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
            scaled += step;
            plain += step;
        }

        a0.Store(tile);
        b0.Store(tile + 8);
        a1.Store(tile + stride);
        b1.Store(tile + stride + 8);
        a2.Store(tile + (2 * stride));
        b2.Store(tile + (2 * stride) + 8);
        a3.Store(tile + (3 * stride));
        b3.Store(tile + (3 * stride) + 8);
    }
}
