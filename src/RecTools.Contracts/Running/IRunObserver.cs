namespace RecTools;

/// <summary>How a long piece of work speaks to whoever watches it. Calls may come from any thread.</summary>
public interface IRunObserver
{
    /// <summary>How far one stage is.</summary>
    /// <param name="stage">Name of the stage, such as <c>Fit</c>.</param>
    /// <param name="done">Units of work done.</param>
    /// <param name="total">Units in all; zero or less when not known.</param>
    void Progress(string stage, long done, long total);

    /// <summary>A detail for whoever asked for details.</summary>
    void Verbose(string message);

    /// <summary>Something the user should know although the work goes on.</summary>
    void Warning(string message);

    /// <summary>A step of a training loop.</summary>
    void Step(TrainingStep step);

    /// <summary>A run has begun. Few listen to it, so nothing need be said here.</summary>
    void Started(RunStart run)
    {
    }

    /// <summary>A search goes on. Few listen to it, so nothing need be said here.</summary>
    void Searching(SearchProgress progress)
    {
    }

    /// <summary>A stage has ended well. Few listen to it, so nothing need be said here.</summary>
    void StageEnded(StageEnd stage)
    {
    }
}
