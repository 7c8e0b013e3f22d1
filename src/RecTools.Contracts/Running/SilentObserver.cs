namespace RecTools;

/// <summary>An observer that nobody listens to.</summary>
public sealed class SilentObserver : IRunObserver
{
    /// <summary>The only one needed.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Progress(string stage, long done, long total)
    {
    }

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void Step(TrainingStep step)
    {
    }
}
