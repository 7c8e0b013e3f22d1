using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RecTools.Benchmarks;

/// <summary>What the machine does at most on all its cores: what other figures are shares of.</summary>
/// <param name="Gigaflops">Billions of floating-point operations a second, in single precision, a multiplication with an addition counting as two.</param>
/// <param name="GigabytesPerSecond">Billions of bytes read from memory a second.</param>
internal sealed record MachinePeak(double Gigaflops, double GigabytesPerSecond)
{
    private const int Rounds = 20_000_000;
    private const int Chains = 12;
    private const int FloatsOfThread = 1 << 26;
    private static readonly Lazy<MachinePeak> Once = new(Measure);

    /// <summary>Measured on first use, in a second or two.</summary>
    public static MachinePeak OfThisMachine => Once.Value;

    private static MachinePeak Measure()
    {
        var threads = Environment.ProcessorCount;
        var lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        var arithmetic = Best(threads, _ => Vector512.IsHardwareAccelerated ? Multiply512(Rounds) : Multiply256(Rounds));
        var arrays = Enumerable.Range(0, threads).Select(_ => new float[FloatsOfThread]).ToArray();
        var reading = Best(threads, thread => System.Numerics.Tensors.TensorPrimitives.Sum<float>(arrays[thread]));
        return new MachinePeak(2.0 * Rounds * Chains * lanes * threads / arithmetic / 1e9, (double)FloatsOfThread * sizeof(float) * threads / reading / 1e9);
    }

    private static double Best(int threads, Func<int, float> work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            best = Math.Min(best, Stopwatches.Time(() => Parallel.For(0, threads, thread => GC.KeepAlive(work(thread)))).Seconds);
        }

        return best;
    }

    // As many independent chains as keep two units of a latency of four and more at work.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Multiply512(int rounds)
    {
        Vector512<float> a, b, c, d, e, f, g, h, i, j, k, l;
        a = b = c = d = e = f = g = h = i = j = k = l = Vector512<float>.One;
        var (x, y) = (Vector512.Create(0.5f), Vector512.Create(0.25f));
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Multiply256(int rounds)
    {
        Vector256<float> a, b, c, d, e, f, g, h, i, j, k, l;
        a = b = c = d = e = f = g = h = i = j = k = l = Vector256<float>.One;
        var (x, y) = (Vector256.Create(0.5f), Vector256.Create(0.25f));
        for (var round = 0; round < rounds; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
