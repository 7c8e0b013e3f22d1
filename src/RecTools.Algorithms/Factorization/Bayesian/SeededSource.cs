namespace RecTools.Algorithms;

/// <summary>A stream of <see cref="SeededRandom"/> where a library asks for the framework's class.</summary>
/// <param name="seed">Start of the run's draws.</param>
/// <param name="stream">Number of the stream.</param>
internal sealed class SeededSource(long seed, ulong stream) : Random
{
    private SeededRandom random = new(seed, stream);

    /// <inheritdoc/>
    public override double NextDouble() => random.NextDouble();

    /// <summary>64 random bits, to start other streams with.</summary>
    public long NextSeed() => (long)random.NextUInt64();

    /// <inheritdoc/>
    protected override double Sample() => random.NextDouble();
}
