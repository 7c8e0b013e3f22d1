using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Carries what background work reports over to the pipeline's thread, the only one that may write.</summary>
internal sealed class PipelineObserver(Cmdlet cmdlet, string activity, RunLog? log) : IRunObserver, IDisposable
{
    private readonly BlockingCollection<Action> messages = [];
    private readonly ProgressClock clock = new();

    public void Progress(string stage, long done, long total)
    {
        if (clock.IsDue(stage, done, total, out var share, out var secondsLeft))
        {
            Post(() => cmdlet.WriteProgress(new ProgressRecord(0, activity, ProgressClock.Text(stage, done, total))
            {
                PercentComplete = share,
                SecondsRemaining = secondsLeft,
            }));
        }
    }

    public void Verbose(string message) => Post(() => cmdlet.WriteVerbose(message));

    public void Warning(string message) => Post(() =>
    {
        log?.CountWarning();
        cmdlet.WriteWarning(message);
    });

    public void Started(RunStart run) => Post(() => log?.Start(run));

    public void StageEnded(StageEnd stage) => Post(() => log?.Stage(stage));

    public void Searching(SearchProgress progress) => Post(() => cmdlet.WriteProgress(
        new ProgressRecord(0, activity, progress.Best is null ? progress.Trial : $"{progress.Trial}; best so far {progress.Best}")
        {
            PercentComplete = (int)Math.Clamp(100 * (progress.Elapsed / progress.Budget), 0, 100),
            SecondsRemaining = (int)Math.Clamp((progress.Budget - progress.Elapsed).TotalSeconds, 0, int.MaxValue),
        }));

    public void Step(TrainingStep step) => Post(() => cmdlet.WriteVerbose(string.Create(
        CultureInfo.InvariantCulture,
        $"step {step.Step}: loss {step.Loss:G6}{(step.Metric is null ? "" : $", {step.Metric} {step.Validation:0.0000} on rows held back")}, {step.Seconds:0.00} s")));

    /// <summary>Runs the work; returns when it has ended and everything it said is written.</summary>
    public T Run<T>(Func<IRunObserver, CancellationToken, T> work, CancellationToken cancellation)
    {
        var task = Task.Factory.StartNew(() => work(this, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        task.ContinueWith(_ => messages.CompleteAdding(), TaskScheduler.Default);
        var writing = true;
        foreach (var message in messages.GetConsumingEnumerable(CancellationToken.None))
        {
            if (!writing)
            {
                continue;
            }

            try
            {
                message();
            }
            catch (PipelineStoppedException)
            {
                // After Ctrl-C nothing may be written any more, but the work must still come to its orderly end.
                writing = false;
            }
        }

        if (writing && clock.Shown)
        {
            cmdlet.WriteProgress(new ProgressRecord(0, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }

        return task.GetAwaiter().GetResult();
    }

    public void Dispose() => messages.Dispose();

    private void Post(Action message)
    {
        if (!messages.IsAddingCompleted)
        {
            messages.Add(message);
        }
    }
}
