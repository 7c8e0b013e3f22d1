using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Vectors of a row's columns, gathered from where they lie into panels of sixteen numbers of each, so that the kernels that add them up
/// read a near cache without a gap.
/// </summary>
/// <param name="longest">Length of the longest vector, a multiple of 16.</param>
internal sealed unsafe class GatheredVectors(int longest)
{
    private const int Lanes = VectorKernels.Lanes;

    // Two buffers of 64 vectors of 64 numbers fit a first-level cache.
    private const int Most = 64;

    // One more cache line than they need: panels a power of two apart would compete for the same few places of the cache.
    private const int Panel = (Most + 1) * Lanes;
    private readonly AlignedBuffer plain = new(Panel * (longest / Lanes));
    private readonly AlignedBuffer scaled = new(Panel * (longest / Lanes));
    private readonly AlignedBuffer weights = new(Most);
    private readonly AlignedBuffer targets = new(Most);
    private int count;
    private int order;

    /// <summary>Takes a vector.</summary>
    /// <param name="vector">The vector y.</param>
    /// <param name="length">Its length, a multiple of 16, the same for all until they are added.</param>
    /// <param name="weight">Times what y y' is added to the matrix.</param>
    /// <param name="target">Times what y is added to the right-hand side.</param>
    /// <returns>Whether the room is full.</returns>
    public bool Take(float* vector, int length, float weight, float target)
    {
        order = length;
        var to = plain.Start + (count * Lanes);
        for (var k = 0; k < length; k += Lanes)
        {
            Vector512.Load(vector + k).Store(to);
            to += Panel;
        }

        weights.Start[count] = weight;
        targets.Start[count] = target;
        return ++count == Most;
    }

    /// <summary>Adds what was taken to normal equations, and forgets it.</summary>
    /// <param name="matrix">A <see cref="PackedMatrix"/>.</param>
    /// <param name="right">The right-hand side.</param>
    public void AddTo(float* matrix, float* right)
    {
        if (count == 0)
        {
            return;
        }

        var own = weights.Span[..count];
        RowSum.Add(right, order, plain.Start, Lanes, Panel, targets.Start, count);
        if (own.ContainsAnyExcept(0f))
        {
            PackedMatrix.Add(matrix, order, own.ContainsAnyExcept(1f) ? Scaled() : plain.Start, plain.Start, Panel, count);
        }

        count = 0;
    }

    private float* Scaled()
    {
        for (var first = 0; first < order; first += Lanes)
        {
            var from = plain.Start + (first / Lanes * Panel);
            var to = scaled.Start + (first / Lanes * Panel);
            for (var i = 0; i < count; i++)
            {
                (Vector512.Load(from + (i * Lanes)) * Vector512.Create(weights.Start[i])).Store(to + (i * Lanes));
            }
        }

        return scaled.Start;
    }
}
