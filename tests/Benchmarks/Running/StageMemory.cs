namespace RecTools.Benchmarks;

/// <summary>Listens to a run and notes the most memory that the process holds in each of its stages.</summary>
internal sealed class StageMemory : IRunObserver
{
    private readonly Dictionary<string, double> beyond = [];
    private string stage = "";
    private double before;

    /// <summary>Megabytes beyond those before the stage, by stage.</summary>
    public IReadOnlyDictionary<string, double> Beyond => beyond;

    /// <summary>Most megabytes that the process held in any stage.</summary>
    public double Peak { get; private set; }

    /// <inheritdoc/>
    public void Progress(string stage, long done, long total)
    {
        if (done == 0 && this.stage.Length == 0)
        {
            this.stage = stage;
            PeakMemory.Restart();
            before = PeakMemory.NowMegabytes;
        }
    }

    /// <inheritdoc/>
    public void StageEnded(StageEnd stage)
    {
        var peak = PeakMemory.SinceRestartMegabytes;
        Peak = Math.Max(Peak, peak);
        beyond[stage.Stage] = peak - before;
        this.stage = "";
    }

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message) => Console.Error.WriteLine(message);

    /// <inheritdoc/>
    public void Step(TrainingStep step)
    {
    }
}
