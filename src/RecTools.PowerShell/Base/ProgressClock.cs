using System.Diagnostics;

namespace RecTools.PowerShell;

/// <summary>Decides when progress is worth showing, and reckons the time left.</summary>
internal sealed class ProgressClock
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly Lock gate = new();
    private string? stage;
    private long stageStarted;
    private long lastShown;

    /// <summary>Whether anything was shown.</summary>
    public bool Shown { get; private set; }

    /// <summary>Whether a report should be shown: the first of a stage, and then a few a second.</summary>
    public bool IsDue(string name, long done, long total, out int percent, out int secondsLeft)
    {
        lock (gate)
        {
            var now = Stopwatch.GetTimestamp();
            var isNew = name != stage;
            if (isNew)
            {
                stage = name;
                stageStarted = now;
            }

            percent = total > 0 ? (int)Math.Clamp(100 * done / total, 0, 100) : -1;
            secondsLeft = -1;
            if (total > 0 && done > 0)
            {
                var left = Stopwatch.GetElapsedTime(stageStarted, now).TotalSeconds * (total - done) / done;
                secondsLeft = (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Max(0, left)));
            }

            if (!isNew && Stopwatch.GetElapsedTime(lastShown, now) < Interval)
            {
                return false;
            }

            lastShown = now;
            return Shown = true;
        }
    }

    /// <summary>The status line.</summary>
    public static string Text(string stage, long done, long total) =>
        total > 0 ? $"{stage}: {done:N0} of {total:N0}" : done > 0 ? $"{stage}: {done:N0}" : stage;
}
