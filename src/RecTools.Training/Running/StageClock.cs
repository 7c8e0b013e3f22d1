using System.Diagnostics;

namespace RecTools.Training;

/// <summary>Times the stages of a run and tells the observer when each begins and ends.</summary>
internal sealed class StageClock(IRunObserver observer)
{
    private readonly Dictionary<string, TimeSpan> stages = [];
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Time by stage, in the order they ran.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Stages => stages;

    /// <summary>Runs one stage.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="work">What it does.</param>
    /// <param name="rows">How many rows it dealt with, from what it gave; null where it has none to speak of.</param>
    public T Run<T>(string stage, Func<T> work, Func<T, long>? rows = null)
    {
        observer.Progress(stage, 0, 0);
        var from = Stopwatch.GetTimestamp();
        var time = TimeSpan.Zero;
        T result;
        try
        {
            result = work();
        }
        finally
        {
            time = Stopwatch.GetElapsedTime(from);
            stages[stage] = stages.GetValueOrDefault(stage) + time;
            observer.Verbose($"{stage}: {time.TotalSeconds:N2} s");
        }

        observer.StageEnded(new StageEnd(stage, time, rows?.Invoke(result)));
        return result;
    }
}
