using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Inverts one symmetric positive definite tile by Gauss and Jordan in double precision: a small part of the work, and all others build on it.</summary>
internal static unsafe class PivotTile
{
    private const int Side = TiledSymmetricMatrix.Side;

    /// <summary>Inverts.</summary>
    /// <param name="tile">The tile, of which the part on and above the diagonal is read.</param>
    /// <param name="inverse">Takes the inverse, both parts.</param>
    /// <returns>Whether every pivot was above what rounding makes of 0.</returns>
    public static bool Invert(float* tile, float* inverse)
    {
        var rows = new double[Side * Side];
        for (var row = 0; row < Side; row++)
        {
            for (var column = row; column < Side; column++)
            {
                rows[(row * Side) + column] = rows[(column * Side) + row] = tile[(row * Side) + column];
            }
        }

        for (var k = 0; k < Side; k++)
        {
            if (!Sweep(rows, k, tile[(k * Side) + k]))
            {
                return false;
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            inverse[i] = (float)rows[i];
        }

        return true;
    }

    private static bool Sweep(Span<double> rows, int k, float diagonal)
    {
        var own = rows.Slice(k * Side, Side);
        var pivot = own[k];
        if (!(pivot > 1e-7 * diagonal) || !double.IsFinite(pivot))
        {
            return false;
        }

        own[k] = 1;
        TensorPrimitives.Divide(own, pivot, own);
        for (var row = 0; row < Side; row++)
        {
            if (row != k)
            {
                var other = rows.Slice(row * Side, Side);
                var factor = -other[k];
                other[k] = 0;
                TensorPrimitives.FusedMultiplyAdd(own, factor, other, other);
            }
        }

        return true;
    }
}
