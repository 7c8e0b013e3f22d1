using System.Globalization;

namespace RecTools.Training;

/// <summary>A line of crontab.</summary>
internal static class CronText
{
    /// <summary>Writes the line.</summary>
    /// <exception cref="RecException"><c>ScheduleUneven</c>.</exception>
    public static string Of(JobRequest request, JobCommand command, JobSchedule schedule)
    {
        string[] words = [command.Program, .. command.Options, command.Text(PowerShellText.Quote)];
        var output = request.OutputFile is null ? "" : $" >> {Word(request.OutputFile)} 2>&1";

        // cron itself makes a line end of a percent sign, whatever quotes are around it; a backslash before it keeps it, and goes.
        return $"{Times(schedule)} {$"{string.Join(' ', words.Select(Word))}{output}".Replace("%", "\\%", StringComparison.Ordinal)}\n";
    }

    /// <summary>A word of the shell: in single quotes where it has more than letters, digits and what paths have.</summary>
    internal static string Word(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Times(JobSchedule schedule)
    {
        var days = schedule.Days.Count == 0 ? "*" : string.Join(',', schedule.Days.Distinct().Order().Select(day => ((int)day).ToString(CultureInfo.InvariantCulture)));
        var (hours, minutes) = EvenMinutes.Of(schedule);
        return (schedule.EveryMinutes, hours) switch
        {
            (0, _) => $"{schedule.At.Minute} {schedule.At.Hour} * * {days}",
            (_, 0) => $"*/{minutes} * * * {days}",
            _ => $"{schedule.At.Minute} */{hours} * * {days}",
        };
    }
}
