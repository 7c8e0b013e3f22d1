using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>One step of Adam (Kingma and Ba 2015) with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
/// <param name="Rate">Learning rate.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="Scale">What gradients are multiplied by first.</param>
internal readonly unsafe record struct AdamStep(float Rate, float Decay, float Scale)
{
    private const float First = 0.9f;
    private const float Second = 0.999f;
    private const float Epsilon = 1e-8f;
    private const int Lanes = 8;

    private static readonly (float OfMean, float OfSquare)[] AllCorrections = MakeCorrections();

    /// <summary>Moves some numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="means">Running means of their gradients.</param>
    /// <param name="squares">Running means of the squares of their gradients.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="length">How many, a multiple of 16.</param>
    /// <param name="count">Steps that these numbers have made, this one counted; rows of a table count their own.</param>
    public void Move(float* values, float* means, float* squares, float* gradients, int length, int count)
    {
        var (pace, stretch) = Corrections(count);
        var (rate, growth) = (Vector256.Create(pace), Vector256.Create(stretch));
        var (kept, scale, epsilon) = (Vector256.Create(1 - (Rate * Decay)), Vector256.Create(Scale), Vector256.Create(Epsilon));
        var (first, toFirst) = (Vector256.Create(First), Vector256.Create(1 - First));
        var (second, toSecond) = (Vector256.Create(Second), Vector256.Create(1 - Second));
        for (var i = 0; i < length; i += Lanes)
        {
            var gradient = Vector256.Load(gradients + i) * scale;
            var mean = Vector256.FusedMultiplyAdd(Vector256.Load(means + i), first, gradient * toFirst);
            var square = Vector256.FusedMultiplyAdd(Vector256.Load(squares + i), second, gradient * gradient * toSecond);
            mean.Store(means + i);
            square.Store(squares + i);
            var step = mean * rate / Vector256.FusedMultiplyAdd(Vector256.Sqrt(square), growth, epsilon);
            Vector256.FusedMultiplyAdd(Vector256.Load(values + i), kept, -step).Store(values + i);
        }
    }

    /// <summary>Moves one number.</summary>
    public void Move(ref float value, ref float mean, ref float square, float gradient, int count)
    {
        var (pace, stretch) = Corrections(count);
        var scaled = gradient * Scale;
        mean = MathF.FusedMultiplyAdd(mean, First, scaled * (1 - First));
        square = MathF.FusedMultiplyAdd(square, Second, scaled * scaled * (1 - Second));
        value = MathF.FusedMultiplyAdd(value, 1 - (Rate * Decay), -(mean * pace / MathF.FusedMultiplyAdd(MathF.Sqrt(square), stretch, Epsilon)));
    }

    // Both means begin at 0 and are too small at first.
    private (float Pace, float Stretch) Corrections(int count)
    {
        var correction = AllCorrections[Math.Min(count, AllCorrections.Length - 1)];
        return (Rate * correction.OfMean, correction.OfSquare);
    }

    // By repeated products, so that no library decides the last bits; after so many steps nothing is left to correct.
    private static (float OfMean, float OfSquare)[] MakeCorrections()
    {
        var all = new (float, float)[1 << 14];
        var (first, second) = (1.0, 1.0);
        for (var count = 1; count < all.Length; count++)
        {
            first *= First;
            second *= Second;
            all[count] = ((float)(1 / (1 - first)), (float)(1 / Math.Sqrt(1 - second)));
        }

        return all;
    }
}
