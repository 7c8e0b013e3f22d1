namespace RecTools.Tests;

/// <summary>Writes each stage of a run to standard output as it begins.</summary>
public sealed class StageTeller : IRunObserver
{
    /// <summary>Said before anything is done.</summary>
    public const string Ready = "Ready";

    /// <summary>Said before the database is opened; the run's record is opened next.</summary>
    public const string Open = "Open";

    /// <summary>Said once everything is done.</summary>
    public const string Ended = "Ended";

    private string last = Open;

    /// <inheritdoc/>
    public void Progress(string stage, long done, long total)
    {
        if (stage != last)
        {
            Console.WriteLine(last = stage);
        }
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
