using System.Globalization;
using System.Text;

namespace RecTools.Training;

/// <summary>A service of systemd that runs a job once, and the timer that starts it.</summary>
internal static class SystemdText
{
    private const string Folder = "/etc/systemd/system";

    /// <summary>Writes both files, each below a line with its path.</summary>
    /// <exception cref="RecException"><c>ScheduleUneven</c>.</exception>
    public static string Of(JobRequest request, JobCommand command, JobSchedule schedule)
    {
        var name = UnitName(request.JobName);
        string[] words = [command.Program, .. command.Options, command.Text(PowerShellText.Quote)];
        var service = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# {Folder}/{name}.service\n[Unit]\nDescription={Specifiers(request.JobName)}\n")
            .Append("Wants=network-online.target\nAfter=network-online.target\n")
            .Append(Tries(request, schedule))
            .Append("\n[Service]\nType=oneshot\n")
            .Append(CultureInfo.InvariantCulture, $"ExecStart={string.Join(' ', words.Select((word, at) => Word(word, isProgram: at == 0)))}\n");
        if (request.RetryAttempts > 0)
        {
            // A job that is wrong, a gate that said no and somebody who stopped it are not mended by trying again. Needs systemd 244.
            service.Append(CultureInfo.InvariantCulture, $"Restart=on-failure\nRestartSec={request.RetryInterval}min\nRestartPreventExitStatus=2 3 4\n");
        }

        if (request.AllowRejected)
        {
            service.Append("SuccessExitStatus=3\n");
        }

        if (request.OutputFile is { } file)
        {
            service.Append(CultureInfo.InvariantCulture, $"StandardOutput=append:{Specifiers(file)}\nStandardError=inherit\n");
        }

        return service
            .Append(CultureInfo.InvariantCulture, $"\n# {Folder}/{name}.timer\n[Unit]\nDescription={Specifiers(request.JobName)}, {schedule}\n\n")
            .Append(CultureInfo.InvariantCulture, $"[Timer]\nOnCalendar={Times(schedule)}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n")
            .Append(CultureInfo.InvariantCulture, $"\n# systemctl daemon-reload && systemctl enable --now {name}.timer; journalctl -u {name} shows what it wrote\n")
            .ToString();
    }

    /// <summary>A word of ExecStart: percent signs begin specifiers, and dollar signs variables in all but the program.</summary>
    internal static string Word(string text, bool isProgram)
    {
        var escaped = Specifiers(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        escaped = isProgram ? escaped : escaped.Replace("$", "$$", StringComparison.Ordinal);
        return escaped.Length > 0 && escaped.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') ? escaped : $"\"{escaped}\"";
    }

    // systemd counts starts within a time; it must end before the next run of the timer, which is a start as well.
    private static string Tries(JobRequest request, JobSchedule schedule)
    {
        var minutes = schedule.EveryMinutes > 0 ? schedule.EveryMinutes : (int)TimeSpan.FromDays(1).TotalMinutes;
        return request.RetryAttempts == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"StartLimitBurst={request.RetryAttempts + 1}\nStartLimitIntervalSec={(minutes * 60) - 1}\n");
    }

    private static string Specifiers(string text) => text.Replace("%", "%%", StringComparison.Ordinal);

    // Letters, digits and dashes are what every tool takes.
    private static string UnitName(string jobName)
    {
        var plain = string.Concat(jobName.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return plain.StartsWith("rectools", StringComparison.Ordinal) ? plain : $"rectools-{plain}";
    }

    private static string Times(JobSchedule schedule)
    {
        var days = schedule.Days.Count == 0 ? "" : $"{string.Join(',', schedule.Days.Distinct().Order().Select(day => day.ToString()[..3]))} ";
        var (hours, minutes) = EvenMinutes.Of(schedule);
        return (hours, minutes) switch
        {
            (0, 0) => $"{days}*-*-* {schedule.At:HH\\:mm\\:ss}",
            (0, _) => $"{days}*-*-* *:0/{minutes}:00",
            _ => $"{days}*-*-* 0/{hours}:{schedule.At:mm}:00",
        };
    }
}
