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

    /// <summary>Asks a training loop to end with the best it has, rather than to give up; loops that cannot, do not look at it.</summary>
    public CancellationToken EndEarly { get; init; }

    /// <summary>Tells of a step of a training loop.</summary>
    /// <param name="step">The step that is done.</param>
    /// <param name="total">Steps there will be at most.</param>
    /// <returns>Whether the loop shall go on.</returns>
    public bool Report(TrainingStep step, int total)
    {
        Observer.Step(step);
        Observer.Progress("Fit", step.Step, total);
        return !EndEarly.IsCancellationRequested;
    }
}
