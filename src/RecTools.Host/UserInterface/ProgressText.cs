using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace RecTools.Host.UserInterface;

/// <summary>Puts a progress record into words.</summary>
internal static class ProgressText
{
    /// <summary>Such as <c>Training Als: sweep 3 of 15 (sparse) 20 %, 0:42 left</c>.</summary>
    public static string Of(ProgressRecord record)
    {
        StringBuilder text = new(record.Activity);
        if (!string.IsNullOrWhiteSpace(record.StatusDescription))
            text.Append(": ").Append(record.StatusDescription);
        if (!string.IsNullOrWhiteSpace(record.CurrentOperation))
            text.Append(" (").Append(record.CurrentOperation).Append(')');
        if (record.PercentComplete >= 0)
            text.Append(CultureInfo.InvariantCulture, $" {record.PercentComplete} %");
        if (record.SecondsRemaining >= 0)
            text.Append(", ").Append(Duration(record.SecondsRemaining)).Append(" left");
        return text.ToString();
    }

    private static string Duration(int seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(seconds);
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
    }
}
