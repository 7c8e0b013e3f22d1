using System.Diagnostics;

namespace RecTools.Training;

/// <summary>How long a search may go on: until its time is over but for what the last fits need, until it has made enough trials, or until it is cancelled.</summary>
internal sealed class SearchBudget : IDisposable
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly CancellationToken stop;
    private readonly CancellationTokenSource over;

    /// <summary>Starts the time.</summary>
    /// <param name="time">Time in all.</param>
    /// <param name="maxTrials">Trials in all; null for no bound.</param>
    /// <param name="stop">Cancels the search.</param>
    public SearchBudget(TimeSpan time, int? maxTrials, CancellationToken stop)
    {
        Time = time;
        MaxTrials = maxTrials ?? int.MaxValue;
        this.stop = stop;
        over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Reserve(TimeSpan.Zero);
    }

    /// <summary>Time in all.</summary>
    public TimeSpan Time { get; }

    /// <summary>Trials in all.</summary>
    public int MaxTrials { get; }

    /// <summary>Time since the search began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    /// <summary>Time kept for the end.</summary>
    public TimeSpan Reserved { get; private set; }

    /// <summary>Time left to search.</summary>
    public TimeSpan Left => Time - Reserved - Elapsed;

    /// <summary>Whether the time is over, or the search was cancelled.</summary>
    public bool IsOver => over.IsCancellationRequested || Left <= TimeSpan.Zero;

    /// <summary>Whether the search was cancelled.</summary>
    public bool IsStopped => stop.IsCancellationRequested;

    /// <summary>Cancels a fit when the search must end.</summary>
    public CancellationToken Token => over.Token;

    /// <summary>Keeps time for the end; never more than half.</summary>
    public void Reserve(TimeSpan time)
    {
        Reserved = time < Time / 2 ? time : Time / 2;
        if (Left < LongestTimer)
        {
            over.CancelAfter(Left > TimeSpan.Zero ? Left : TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => over.Dispose();
}
