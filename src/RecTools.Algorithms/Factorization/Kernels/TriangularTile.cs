using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// The small steps of a blocked Cholesky decomposition A = U'U: decomposes a tile of the diagonal, solves the tiles beside it, and solves for vectors.
/// </summary>
/// <remarks>
/// A decomposed tile keeps, off its diagonal, what the solutions multiply by: with r(k) = 1 / U(k, k), row k holds -r(k) U(k, j) for the later columns j,
/// and -r(k) U(i, k) for the earlier rows i, which is what the way back needs. One multiplication and addition then lies between two unknowns rather than two
/// multiplications and an addition. Every number goes through the same steps whatever the width of the processor's vectors.
/// </remarks>
internal static unsafe class TriangularTile
{
    private const int Side = TileUpdate.Side;

    /// <summary>Decomposes a tile of the diagonal.</summary>
    /// <param name="tile">-A, both halves; takes the decomposed tile.</param>
    /// <param name="floor">The least pivot; smaller ones are put there.</param>
    /// <param name="reciprocal">Takes 1 / U(k, k).</param>
    public static void Factor(float* tile, float floor, float* reciprocal)
    {
        var pivot = -tile[0];
        for (var k = 0; k < Side; k++)
        {
            var own = tile + (k * Side);
            var scale = reciprocal[k] = 1 / MathF.Sqrt(MathF.Max(pivot, floor));
            if (k + 1 < Side)
            {
                // The next pivot by itself, by the same steps as in its row: the square root and the division take longest, and all else can be done beside them.
                var next = own[k + 1] * -scale;
                pivot = -MathF.FusedMultiplyAdd(next, next, own[Side + k + 1]);
            }

            // Later columns alone: the others keep what the way back is made from.
            var isLater = LaterThan(k);
            var row = Vector512.Load(own);
            var scaled = row * Vector512.Create(-scale);
            Vector512.ConditionalSelect(isLater, scaled, row).Store(own);
            var added = isLater & scaled;
            for (var later = k + 1; later < Side; later++)
            {
                var other = tile + (later * Side);
                Vector512.FusedMultiplyAdd(Vector512.Create(own[later]), added, Vector512.Load(other)).Store(other);
            }
        }

        var reciprocals = Vector512.Load(reciprocal);
        for (var k = 0; k < Side; k++)
        {
            var own = tile + (k * Side);
            var factors = Vector512.ConditionalSelect(LaterThan(k), Vector512.Create(-1f), reciprocals);
            (Vector512.Load(own) * factors * Vector512.Create(reciprocal[k])).Store(own);
        }
    }

    /// <summary>Solves U(block)' X = A for a tile beside a decomposed one.</summary>
    /// <param name="factor">The decomposed tile.</param>
    /// <param name="reciprocal">Its 1 / U(k, k).</param>
    /// <param name="tile">-A; takes X.</param>
    public static void SolveBeside(float* factor, float* reciprocal, float* tile)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SolveBesideWide(factor, reciprocal, tile);
        }
        else
        {
            SolveBesideNarrow(factor, reciprocal, tile);
        }
    }

    /// <summary>As <see cref="SolveBeside"/>, for processors without vectors of sixteen numbers.</summary>
    internal static void SolveBesideNarrow(float* factor, float* reciprocal, float* tile)
    {
        for (var k = 0; k < Side; k++)
        {
            var low = Vector256.Load(tile + (k * Side));
            var high = Vector256.Load(tile + (k * Side) + 8);
            for (var later = k + 1; later < Side; later++)
            {
                var other = tile + (later * Side);
                var scale = Vector256.Create(factor[(k * Side) + later]);
                Vector256.FusedMultiplyAdd(scale, low, Vector256.Load(other)).Store(other);
                Vector256.FusedMultiplyAdd(scale, high, Vector256.Load(other + 8)).Store(other + 8);
            }
        }

        for (var k = 0; k < Side; k++)
        {
            VectorKernels.Scale(tile + (k * Side), -reciprocal[k], tile + (k * Side), Side);
        }
    }

    /// <summary>Solves U(block)' y = b in place.</summary>
    public static void SolveForward(float* factor, float* reciprocal, float* vector)
    {
        var rest = Vector512.Load(vector);
        for (var k = 0; k + 1 < Side; k++)
        {
            rest = Vector512.FusedMultiplyAdd(Spread(rest, k), LaterThan(k) & Vector512.Load(factor + (k * Side)), rest);
        }

        (rest * Vector512.Load(reciprocal)).Store(vector);
    }

    /// <summary>Solves U(block) x = y in place.</summary>
    public static void SolveBack(float* factor, float* reciprocal, float* vector)
    {
        var rest = Vector512.Load(vector);
        for (var k = Side - 1; k > 0; k--)
        {
            rest = Vector512.FusedMultiplyAdd(Spread(rest, k), Vector512.AndNot(Vector512.Load(factor + (k * Side)), LaterThan(k - 1)), rest);
        }

        (rest * Vector512.Load(reciprocal)).Store(vector);
    }

    // Four rows at a time: all sixteen stay in registers.
    private static void SolveBesideWide(float* factor, float* reciprocal, float* tile)
    {
        const int Four = 4 * Side;
        var a0 = Vector512.Load(tile);
        var a1 = Vector512.Load(tile + Side);
        var a2 = Vector512.Load(tile + (2 * Side));
        var a3 = Vector512.Load(tile + (3 * Side));
        var a4 = Vector512.Load(tile + Four);
        var a5 = Vector512.Load(tile + Four + Side);
        var a6 = Vector512.Load(tile + Four + (2 * Side));
        var a7 = Vector512.Load(tile + Four + (3 * Side));
        var a8 = Vector512.Load(tile + (2 * Four));
        var a9 = Vector512.Load(tile + (2 * Four) + Side);
        var a10 = Vector512.Load(tile + (2 * Four) + (2 * Side));
        var a11 = Vector512.Load(tile + (2 * Four) + (3 * Side));
        var a12 = Vector512.Load(tile + (3 * Four));
        var a13 = Vector512.Load(tile + (3 * Four) + Side);
        var a14 = Vector512.Load(tile + (3 * Four) + (2 * Side));
        var a15 = Vector512.Load(tile + (3 * Four) + (3 * Side));
        Within(factor, a0, ref a1, ref a2, ref a3);
        Below(factor + 4, a0, a1, a2, a3, ref a4, ref a5, ref a6, ref a7);
        Below(factor + 8, a0, a1, a2, a3, ref a8, ref a9, ref a10, ref a11);
        Below(factor + 12, a0, a1, a2, a3, ref a12, ref a13, ref a14, ref a15);
        factor += Four;
        Within(factor + 4, a4, ref a5, ref a6, ref a7);
        Below(factor + 8, a4, a5, a6, a7, ref a8, ref a9, ref a10, ref a11);
        Below(factor + 12, a4, a5, a6, a7, ref a12, ref a13, ref a14, ref a15);
        factor += Four;
        Within(factor + 8, a8, ref a9, ref a10, ref a11);
        Below(factor + 12, a8, a9, a10, a11, ref a12, ref a13, ref a14, ref a15);
        factor += Four;
        Within(factor + 12, a12, ref a13, ref a14, ref a15);
        Store(a0, a1, a2, a3, reciprocal, tile);
        Store(a4, a5, a6, a7, reciprocal + 4, tile + Four);
        Store(a8, a9, a10, a11, reciprocal + 8, tile + (2 * Four));
        Store(a12, a13, a14, a15, reciprocal + 12, tile + (3 * Four));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Within(float* factor, Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3)
    {
        a1 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[1]), a0, a1);
        a2 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[2]), a0, a2);
        a3 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[3]), a0, a3);
        a2 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[Side + 2]), a1, a2);
        a3 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[Side + 3]), a1, a3);
        a3 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[(2 * Side) + 3]), a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Below(
        float* factor, Vector512<float> a0, Vector512<float> a1, Vector512<float> a2, Vector512<float> a3,
        ref Vector512<float> b0, ref Vector512<float> b1, ref Vector512<float> b2, ref Vector512<float> b3)
    {
        Below(factor, a0, ref b0, ref b1, ref b2, ref b3);
        Below(factor + Side, a1, ref b0, ref b1, ref b2, ref b3);
        Below(factor + (2 * Side), a2, ref b0, ref b1, ref b2, ref b3);
        Below(factor + (3 * Side), a3, ref b0, ref b1, ref b2, ref b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Below(
        float* factor, Vector512<float> a, ref Vector512<float> b0, ref Vector512<float> b1, ref Vector512<float> b2, ref Vector512<float> b3)
    {
        b0 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[0]), a, b0);
        b1 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[1]), a, b1);
        b2 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[2]), a, b2);
        b3 = Vector512.FusedMultiplyAdd(Vector512.Create(factor[3]), a, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> a0, Vector512<float> a1, Vector512<float> a2, Vector512<float> a3, float* reciprocal, float* tile)
    {
        (a0 * Vector512.Create(-reciprocal[0])).Store(tile);
        (a1 * Vector512.Create(-reciprocal[1])).Store(tile + Side);
        (a2 * Vector512.Create(-reciprocal[2])).Store(tile + (2 * Side));
        (a3 * Vector512.Create(-reciprocal[3])).Store(tile + (3 * Side));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LaterThan(int k) => Vector512.GreaterThan(Vector512<int>.Indices, Vector512.Create(k)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Spread(Vector512<float> vector, int k) => Vector512.ShuffleNative(vector, Vector512.Create(k));
}
