using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Sums of products over vectors whose length is a multiple of 16. Sixteen running sums at any vector width: the same bits on any processor.</summary>
internal static unsafe class VectorKernels
{
    /// <summary>Numbers taken at once; lengths are multiples of it.</summary>
    public const int Lanes = 16;

    /// <summary>Rows that <see cref="AddScaledRows"/> takes at once.</summary>
    public const int RowsAtOnce = 4;

    /// <summary>The length that holds <paramref name="count"/> numbers; what is beyond them stays 0.</summary>
    public static int PaddedLength(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>Sum of products.</summary>
    public static float Dot(float* left, float* right, int length)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var sum = Vector512<float>.Zero;
            for (var i = 0; i < length; i += Lanes)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Load(left + i), Vector512.Load(right + i), sum);
            }

            return SumOf(sum.GetLower(), sum.GetUpper());
        }

        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (var i = 0; i < length; i += Lanes)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.Load(left + i), Vector256.Load(right + i), low);
            high = Vector256.FusedMultiplyAdd(Vector256.Load(left + i + 8), Vector256.Load(right + i + 8), high);
        }

        return SumOf(low, high);
    }

    /// <summary>row += factor x other.</summary>
    public static void AddScaled(float* row, float* other, float factor, int length)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var scale = Vector512.Create(factor);
            for (var i = 0; i < length; i += Lanes)
            {
                Vector512.FusedMultiplyAdd(scale, Vector512.Load(other + i), Vector512.Load(row + i)).Store(row + i);
            }

            return;
        }

        var half = Vector256.Create(factor);
        for (var i = 0; i < length; i += 8)
        {
            Vector256.FusedMultiplyAdd(half, Vector256.Load(other + i), Vector256.Load(row + i)).Store(row + i);
        }
    }

    /// <summary>row += sum over some rows, at most <see cref="RowsAtOnce"/>, of factor x row, added in their order.</summary>
    public static void AddScaledRows(float* row, float** others, float* factors, int count, int length)
    {
        if (count != RowsAtOnce)
        {
            for (var i = 0; i < count; i++)
            {
                AddScaled(row, others[i], factors[i], length);
            }

            return;
        }

        // Four at a time: a number that was just written need not be waited for so often.
        var (f0, f1, f2, f3) = (Vector512.Create(factors[0]), Vector512.Create(factors[1]), Vector512.Create(factors[2]), Vector512.Create(factors[3]));
        for (var i = 0; i < length; i += Lanes)
        {
            var sum = Vector512.FusedMultiplyAdd(f0, Vector512.Load(others[0] + i), Vector512.Load(row + i));
            sum = Vector512.FusedMultiplyAdd(f1, Vector512.Load(others[1] + i), sum);
            sum = Vector512.FusedMultiplyAdd(f2, Vector512.Load(others[2] + i), sum);
            Vector512.FusedMultiplyAdd(f3, Vector512.Load(others[3] + i), sum).Store(row + i);
        }
    }

    /// <summary>Writes factor x from.</summary>
    public static void Scale(float* from, float factor, float* to, int length)
    {
        var scale = Vector256.Create(factor);
        for (var i = 0; i < length; i += 8)
        {
            (Vector256.Load(from + i) * scale).Store(to + i);
        }
    }

    /// <summary>Sum of sixteen numbers; the order of the additions is written out, since a library may choose another.</summary>
    internal static float SumOf(Vector256<float> low, Vector256<float> high)
    {
        var eight = low + high;
        var four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
