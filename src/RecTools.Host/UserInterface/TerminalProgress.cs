using System.Management.Automation;

namespace RecTools.Host.UserInterface;

/// <summary>One line on the terminal, drawn again as the work goes on.</summary>
/// <param name="screen">Where to draw.</param>
internal sealed class TerminalProgress(Screen screen) : IProgressView
{
    private const string ClearLine = "\r\u001b[K";
    private const int RedrawMilliseconds = 100;
    private const int BarWidth = 20;

    private readonly List<ProgressRecord> running = [];
    private bool drawn;
    private long drawnAt = -RedrawMilliseconds;

    /// <inheritdoc/>
    public void Report(ProgressRecord record)
    {
        lock (screen.Gate)
        {
            running.RemoveAll(other => other.ActivityId == record.ActivityId);
            if (record.RecordType == ProgressRecordType.Completed)
            {
                Hide();
                return;
            }

            running.Add(record);
            if (Environment.TickCount64 - drawnAt >= RedrawMilliseconds)
                Draw(running[^1]);
        }
    }

    /// <inheritdoc/>
    public void Hide()
    {
        lock (screen.Gate)
        {
            if (drawn)
                screen.WriteProgress(ClearLine);
            drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        lock (screen.Gate)
        {
            running.Clear();
            Hide();
        }
    }

    private void Draw(ProgressRecord record)
    {
        string line = Bar(record.PercentComplete) + ProgressText.Of(record);

        // A line that wraps could not be taken back by returning to its beginning.
        int width = Math.Max(screen.Width - 1, 10);
        if (line.Length > width)
            line = line[..(width - 1)] + "…";
        screen.WriteProgress(ClearLine + (screen.ErrorHasColour ? Colour.Cyan + line + Colour.Reset : line));
        drawn = true;
        drawnAt = Environment.TickCount64;
    }

    private static string Bar(int percent)
    {
        if (percent < 0)
            return "";
        int full = Math.Clamp(percent, 0, 100) * BarWidth / 100;
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}] ";
    }
}
