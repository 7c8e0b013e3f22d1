namespace RecTools.Tests;

/// <summary>Keeps the steps of a training loop.</summary>
internal sealed class StepRecorder : IRunObserver
{
    public List<TrainingStep> Steps { get; } = [];

    public void Progress(string stage, long done, long total)
    {
    }

    public void Verbose(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Step(TrainingStep step) => Steps.Add(step);
}
