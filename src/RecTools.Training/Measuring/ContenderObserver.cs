namespace RecTools.Training;

/// <summary>Says of which of several models a report is.</summary>
/// <param name="inner">Hears it.</param>
/// <param name="name">The model.</param>
/// <param name="place">Its place among the models, from 1.</param>
/// <param name="count">Models in all.</param>
internal sealed class ContenderObserver(IRunObserver inner, string name, int place, int count) : IRunObserver
{
    public void Progress(string stage, long done, long total) => inner.Progress($"{name} ({place} of {count}): {stage}", done, total);

    public void Verbose(string message) => inner.Verbose($"{name}: {message}");

    public void Warning(string message) => inner.Warning($"{name}: {message}");

    public void Step(TrainingStep step) => inner.Step(step);
}
