namespace RecTools;

/// <summary>Random numbers that depend on the seed and the place they are used in alone: SplitMix64 (Steele, Lea, Flood 2014).</summary>
/// <remarks>The framework's seeded generator is not promised to stay the same between versions; this one is fixed.</remarks>
public struct SeededRandom
{
    private ulong state;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Start of the run's draws.</param>
    /// <param name="stream">Number of the stream, so that users, items and splits draw independently.</param>
    public SeededRandom(long seed, ulong stream = 0)
    {
        state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL) ^ Mix(stream + 0x632BE59BD9B4E019UL);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => Mix(state = unchecked(state + 0x9E3779B97F4A7C15UL));

    /// <summary>Uniform on [0, 1) with 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 to <paramref name="bound"/> - 1 (Lemire 2019, without the last correction: the bias is below 2^-32).</summary>
    public int Next(int bound) => (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public double NextGaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Puts a list in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> list)
    {
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
