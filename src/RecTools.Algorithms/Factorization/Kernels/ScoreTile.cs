using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Scores of eight users by one or two panels of sixteen items, kept in registers while the factors stream by: the inner loop of <see cref="FactorScorer"/>.
/// Each score is summed by fused multiply-add in the order of the factors, whatever the width of the processor's vectors.
/// </summary>
internal static unsafe class ScoreTile
{
    /// <summary>Items of a panel; a panel holds its items' first factors, then their second ones, and so on.</summary>
    public const int Panel = 16;

    /// <summary>Users scored at once.</summary>
    public const int Users = 8;

    /// <summary>Writes the scores of eight users.</summary>
    /// <param name="x">Factors of the first user.</param>
    /// <param name="stride">Distance of two users.</param>
    /// <param name="items">The panels, one behind the other.</param>
    /// <param name="width">Number of factors.</param>
    /// <param name="offset">What the sums start from.</param>
    /// <param name="count">Items: one panel's or two panels'.</param>
    /// <param name="to">Takes the scores.</param>
    /// <param name="row">Distance of two users' scores.</param>
    public static void Write(float* x, nint stride, float* items, int width, float* offset, int count, float* to, nint row)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            WriteNarrow(x, stride, items, width, offset, count, to, row);
        }
        else if (count == Panel)
        {
            WriteWide(x, stride, items, width, offset, to, row);
        }
        else
        {
            WritePair(x, stride, items, width, offset, to, row);
        }
    }

    /// <summary>As <see cref="Write"/>, for processors without vectors of sixteen numbers.</summary>
    internal static void WriteNarrow(float* x, nint stride, float* items, int width, float* offset, int count, float* to, nint row)
    {
        for (var first = 0; first < count; first += Panel)
        {
            for (var user = 0; user < Users; user += 4)
            {
                WriteFour(x + (user * stride), stride, items + ((long)first * width), width, offset + first, to + (user * row) + first, row);
            }
        }
    }

    /// <summary>Writes the scores of one user by one panel.</summary>
    public static void WriteOne(float* x, float* items, int width, float* offset, float* to)
    {
        var low = Vector256.Load(offset);
        var high = Vector256.Load(offset + 8);
        for (var k = 0; k < width; k++)
        {
            var factor = Vector256.Create(x[k]);
            low = Vector256.FusedMultiplyAdd(factor, Vector256.Load(items), low);
            high = Vector256.FusedMultiplyAdd(factor, Vector256.Load(items + 8), high);
            items += Panel;
        }

        low.Store(to);
        high.Store(to + 8);
    }

    private static void WritePair(float* x, nint stride, float* items, int width, float* offset, float* to, nint row)
    {
        Vector512<float> a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7;
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = Vector512.Load(offset);
        b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = Vector512.Load(offset + Panel);
        var others = items + ((long)Panel * width);
        for (var k = 0; k < width; k++)
        {
            var y = Vector512.Load(items);
            var z = Vector512.Load(others);
            var s0 = Vector512.Create(x[k]);
            a0 = Vector512.FusedMultiplyAdd(s0, y, a0);
            b0 = Vector512.FusedMultiplyAdd(s0, z, b0);
            var s1 = Vector512.Create(x[k + stride]);
            a1 = Vector512.FusedMultiplyAdd(s1, y, a1);
            b1 = Vector512.FusedMultiplyAdd(s1, z, b1);
            var s2 = Vector512.Create(x[k + (2 * stride)]);
            a2 = Vector512.FusedMultiplyAdd(s2, y, a2);
            b2 = Vector512.FusedMultiplyAdd(s2, z, b2);
            var s3 = Vector512.Create(x[k + (3 * stride)]);
            a3 = Vector512.FusedMultiplyAdd(s3, y, a3);
            b3 = Vector512.FusedMultiplyAdd(s3, z, b3);
            var s4 = Vector512.Create(x[k + (4 * stride)]);
            a4 = Vector512.FusedMultiplyAdd(s4, y, a4);
            b4 = Vector512.FusedMultiplyAdd(s4, z, b4);
            var s5 = Vector512.Create(x[k + (5 * stride)]);
            a5 = Vector512.FusedMultiplyAdd(s5, y, a5);
            b5 = Vector512.FusedMultiplyAdd(s5, z, b5);
            var s6 = Vector512.Create(x[k + (6 * stride)]);
            a6 = Vector512.FusedMultiplyAdd(s6, y, a6);
            b6 = Vector512.FusedMultiplyAdd(s6, z, b6);
            var s7 = Vector512.Create(x[k + (7 * stride)]);
            a7 = Vector512.FusedMultiplyAdd(s7, y, a7);
            b7 = Vector512.FusedMultiplyAdd(s7, z, b7);
            items += Panel;
            others += Panel;
        }

        a0.Store(to);
        b0.Store(to + Panel);
        a1.Store(to + row);
        b1.Store(to + row + Panel);
        a2.Store(to + (2 * row));
        b2.Store(to + (2 * row) + Panel);
        a3.Store(to + (3 * row));
        b3.Store(to + (3 * row) + Panel);
        a4.Store(to + (4 * row));
        b4.Store(to + (4 * row) + Panel);
        a5.Store(to + (5 * row));
        b5.Store(to + (5 * row) + Panel);
        a6.Store(to + (6 * row));
        b6.Store(to + (6 * row) + Panel);
        a7.Store(to + (7 * row));
        b7.Store(to + (7 * row) + Panel);
    }

    private static void WriteWide(float* x, nint stride, float* items, int width, float* offset, float* to, nint row)
    {
        Vector512<float> a0, a1, a2, a3, a4, a5, a6, a7;
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = Vector512.Load(offset);
        for (var k = 0; k < width; k++)
        {
            var y = Vector512.Load(items);
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k]), y, a0);
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + stride]), y, a1);
            a2 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (2 * stride)]), y, a2);
            a3 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (3 * stride)]), y, a3);
            a4 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (4 * stride)]), y, a4);
            a5 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (5 * stride)]), y, a5);
            a6 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (6 * stride)]), y, a6);
            a7 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (7 * stride)]), y, a7);
            items += Panel;
        }

        a0.Store(to);
        a1.Store(to + row);
        a2.Store(to + (2 * row));
        a3.Store(to + (3 * row));
        a4.Store(to + (4 * row));
        a5.Store(to + (5 * row));
        a6.Store(to + (6 * row));
        a7.Store(to + (7 * row));
    }

    private static void WriteFour(float* x, nint stride, float* items, int width, float* offset, float* to, nint row)
    {
        Vector256<float> a0, a1, a2, a3, b0, b1, b2, b3;
        a0 = a1 = a2 = a3 = Vector256.Load(offset);
        b0 = b1 = b2 = b3 = Vector256.Load(offset + 8);
        for (var k = 0; k < width; k++)
        {
            var y = Vector256.Load(items);
            var z = Vector256.Load(items + 8);
            var s0 = Vector256.Create(x[k]);
            a0 = Vector256.FusedMultiplyAdd(s0, y, a0);
            b0 = Vector256.FusedMultiplyAdd(s0, z, b0);
            var s1 = Vector256.Create(x[k + stride]);
            a1 = Vector256.FusedMultiplyAdd(s1, y, a1);
            b1 = Vector256.FusedMultiplyAdd(s1, z, b1);
            var s2 = Vector256.Create(x[k + (2 * stride)]);
            a2 = Vector256.FusedMultiplyAdd(s2, y, a2);
            b2 = Vector256.FusedMultiplyAdd(s2, z, b2);
            var s3 = Vector256.Create(x[k + (3 * stride)]);
            a3 = Vector256.FusedMultiplyAdd(s3, y, a3);
            b3 = Vector256.FusedMultiplyAdd(s3, z, b3);
            items += Panel;
        }

        a0.Store(to);
        b0.Store(to + 8);
        a1.Store(to + row);
        b1.Store(to + row + 8);
        a2.Store(to + (2 * row));
        b2.Store(to + (2 * row) + 8);
        a3.Store(to + (3 * row));
        b3.Store(to + (3 * row) + 8);
    }
}
