using System.Management.Automation;

namespace RecTools.Host.UserInterface;

/// <summary>Plain lines for logs: one at the start of an activity, then one at every tenth of the work, or after ten seconds without one.</summary>
/// <param name="screen">Where to write.</param>
internal sealed class LoggedProgress(Screen screen) : IProgressView
{
    private const int QuietMilliseconds = 10_000;

    /// <summary>Lines of work that gets on come no closer than this.</summary>
    private const long BriskMilliseconds = 2000;

    private readonly Dictionary<int, (string Activity, int Tenth, long At)> written = [];

    /// <inheritdoc/>
    public void Report(ProgressRecord record)
    {
        lock (screen.Gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                written.Remove(record.ActivityId);
                return;
            }

            int tenth = record.PercentComplete < 0 ? -1 : record.PercentComplete / 10;
            long now = Environment.TickCount64;
            bool due = !written.TryGetValue(record.ActivityId, out var last)
                || last.Activity != record.Activity
                || (tenth > last.Tenth && now - last.At >= BriskMilliseconds)
                || now - last.At >= QuietMilliseconds;
            if (!due)
                return;

            written[record.ActivityId] = (record.Activity, tenth, now);
            screen.WriteErrorLine("PROGRESS: " + ProgressText.Of(record));
        }
    }

    /// <inheritdoc/>
    public void Hide()
    {
        // Lines that are written stay.
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (screen.Gate)
            written.Clear();
    }
}
