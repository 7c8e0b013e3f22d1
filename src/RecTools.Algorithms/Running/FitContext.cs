namespace RecTools.Algorithms;

/// <summary>What surrounds a fit: threads, the start of random draws, and who watches.</summary>
/// <param name="Workers">Threads and cancellation.</param>
/// <param name="Seed">Start of every random draw.</param>
/// <param name="Observer">Hears progress and training steps.</param>
public sealed record FitContext(Workers Workers, long Seed, IRunObserver Observer)
{
    /// <summary>One thread a core, seed 42, nobody watching.</summary>
    public static FitContext Default { get; } = new(new Workers(), 42, SilentObserver.Instance);

    /// <summary>What is known beside who has what.</summary>
    public SideData Side { get; init; } = SideData.None;

    /// <summary>Bytes that the fit may take; matters where the need cannot be told before.</summary>
    public long MemoryLimit { get; init; } = 1L << 31;
}
