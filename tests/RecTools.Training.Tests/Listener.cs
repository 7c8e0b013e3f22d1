namespace RecTools.Tests;

/// <summary>Keeps the warnings of a run.</summary>
internal sealed class Listener : IRunObserver
{
    public List<string> Warnings { get; } = [];

    public void Progress(string stage, long done, long total)
    {
    }

    public void Verbose(string message)
    {
    }

    public void Warning(string message) => Warnings.Add(message);

    public void Step(TrainingStep step)
    {
    }
}
