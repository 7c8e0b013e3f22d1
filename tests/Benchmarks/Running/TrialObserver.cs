namespace RecTools.Benchmarks;

/// <summary>Shows each trial of a search as it ends.</summary>
internal sealed class TrialObserver : IRunObserver
{
    public void Progress(string stage, long done, long total)
    {
    }

    public void Verbose(string message)
    {
        if (message.StartsWith("Trial", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(message);
        }
    }

    public void Warning(string message) => Console.Error.WriteLine($"warning: {message}");

    public void Step(TrainingStep step)
    {
    }
}
