using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Adds weighted rows to a vector: right-hand sides of normal equations, and products of a symmetric matrix and a vector.</summary>
/// <remarks>Each number is summed by fused multiply-add in the order of the rows, whatever the width of the processor's vectors.</remarks>
internal static unsafe class RowSum
{
    private const int Lanes = VectorKernels.Lanes;

    /// <summary>to += sum over i of weight(i) x row(i).</summary>
    /// <param name="to">The vector.</param>
    /// <param name="length">Its length, a multiple of 16.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="step">Distance of two rows.</param>
    /// <param name="panel">Distance within a row of one sixteen numbers and the next: 16 where rows are in one piece.</param>
    /// <param name="weights">One for each row.</param>
    /// <param name="count">How many rows.</param>
    public static void Add(float* to, int length, float* rows, nint step, nint panel, float* weights, int count)
    {
        // Four sums at a time, since one would wait for itself.
        var first = 0;
        for (; first + (4 * Lanes) <= length; first += 4 * Lanes)
        {
            AddFour(to + first, rows + (first / Lanes * panel), step, panel, weights, count);
        }

        for (; first < length; first += Lanes)
        {
            var from = rows + (first / Lanes * panel);
            var sum = Vector512.Load(to + first);
            for (var i = 0; i < count; i++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i]), Vector512.Load(from), sum);
                from += step;
            }

            sum.Store(to + first);
        }
    }

    private static void AddFour(float* to, float* rows, nint step, nint panel, float* weights, int count)
    {
        var a0 = Vector512.Load(to);
        var a1 = Vector512.Load(to + Lanes);
        var a2 = Vector512.Load(to + (2 * Lanes));
        var a3 = Vector512.Load(to + (3 * Lanes));
        for (var i = 0; i < count; i++)
        {
            var weight = Vector512.Create(weights[i]);
            a0 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(rows), a0);
            a1 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(rows + panel), a1);
            a2 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(rows + (2 * panel)), a2);
            a3 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(rows + (3 * panel)), a3);
            rows += step;
        }

        a0.Store(to);
        a1.Store(to + Lanes);
        a2.Store(to + (2 * Lanes));
        a3.Store(to + (3 * Lanes));
    }
}
