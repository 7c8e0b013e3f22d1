using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>What happens to the numbers of a layer one by one. Lengths are multiples of 16; the same bits on any processor.</summary>
internal static unsafe class LayerKernels
{
    private const int Lanes = 8;

    /// <summary>Rectified linear units: each row becomes max(0, row + bias).</summary>
    public static void Rectify(float* rows, int count, float* bias, int width)
    {
        for (var row = 0; row < count; row++, rows += width)
        {
            RectifySum(rows, bias, rows, width);
        }
    }

    /// <summary>Writes max(0, left + right).</summary>
    public static void RectifySum(float* left, float* right, float* to, int length)
    {
        for (var i = 0; i < length; i += Lanes)
        {
            Vector256.Max(Vector256.Load(left + i) + Vector256.Load(right + i), Vector256<float>.Zero).Store(to + i);
        }
    }

    /// <summary>Turns gradients of a layer's output into those of what it was rectified from: passed on with a factor where the output is above 0.</summary>
    public static void Unrectify(float* gradients, float* outputs, float factor, int length)
    {
        var scale = Vector256.Create(factor);
        for (var i = 0; i < length; i += Lanes)
        {
            var passes = Vector256.GreaterThan(Vector256.Load(outputs + i), Vector256<float>.Zero);
            ((Vector256.Load(gradients + i) * scale) & passes).Store(gradients + i);
        }
    }

    /// <summary>Dropout (Srivastava et al. 2014): numbers become 0 with a chance, the others grow so that their mean stays.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="length">How many.</param>
    /// <param name="chance">Chance, exact to 2^-16.</param>
    /// <param name="random">Draws, one for four numbers.</param>
    public static void Drop(float* numbers, int length, double chance, ref SeededRandom random)
    {
        var border = (uint)(chance * 65536);
        var scale = (float)(1 / (1 - chance));
        for (var i = 0; i < length; i += 4)
        {
            var bits = random.NextUInt64();
            for (var j = 0; j < 4; j++, bits >>= 16)
            {
                numbers[i + j] = (ushort)bits < border ? 0 : numbers[i + j] * scale;
            }
        }
    }

    /// <summary>row += other.</summary>
    public static void Add(float* row, float* other, int length)
    {
        for (var i = 0; i < length; i += Lanes)
        {
            (Vector256.Load(row + i) + Vector256.Load(other + i)).Store(row + i);
        }
    }

    /// <summary>row += factor x left x right.</summary>
    public static void AddProduct(float* row, float factor, float* left, float* right, int length)
    {
        var scale = Vector256.Create(factor);
        for (var i = 0; i < length; i += Lanes)
        {
            Vector256.FusedMultiplyAdd(Vector256.Load(left + i) * Vector256.Load(right + i), scale, Vector256.Load(row + i)).Store(row + i);
        }
    }

    /// <summary>Writes left x right.</summary>
    public static void Multiply(float* left, float* right, float* to, int length)
    {
        for (var i = 0; i < length; i += Lanes)
        {
            (Vector256.Load(left + i) * Vector256.Load(right + i)).Store(to + i);
        }
    }
}
