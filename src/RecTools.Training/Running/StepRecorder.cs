namespace RecTools.Training;

/// <summary>Keeps the steps of a training loop while passing everything on.</summary>
internal sealed class StepRecorder(IRunObserver inner) : IRunObserver
{
    private readonly List<TrainingStep> steps = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<TrainingStep> Steps => steps;

    public void Progress(string stage, long done, long total) => inner.Progress(stage, done, total);

    public void Verbose(string message) => inner.Verbose(message);

    public void Warning(string message) => inner.Warning(message);

    public void Step(TrainingStep step)
    {
        lock (steps)
        {
            steps.Add(step);
        }

        inner.Step(step);
    }

    public void Started(RunStart run) => inner.Started(run);

    public void StageEnded(StageEnd stage) => inner.StageEnded(stage);
}
