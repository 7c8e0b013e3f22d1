using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What the schedulers are given, as text.</summary>
public class JobTextTests
{
    private static readonly ConnectionTarget Server = new(DatabaseProvider.SqlServer, @"SRV1\SQL", "Sales");
    private static readonly JobRequest Nightly = new() { JobName = "RecTools Views", ConfigPath = @"C:\Jobs\nightly.job.json", Schedule = new JobSchedule { At = new TimeOnly(3, 30) } };

    [Fact]
    public void The_command_of_a_step_is_one_program_with_one_text()
    {
        Assert.Equal(
            @"rectools -NonInteractive -Command ""$ErrorActionPreference = 'Stop'; $null = Connect-RecDatabase -SqlInstance 'SRV1\SQL' -Database 'Sales'; $null = Invoke-RecTraining -ConfigPath 'C:\Jobs\nightly.job.json'""",
            Command(Nightly, Server));
        Assert.StartsWith(@"""C:\Program Files\RecTools\rectools.exe"" -NonInteractive", Command(Nightly with { RunnerPath = @"C:\Program Files\RecTools\rectools.exe" }, Server), StringComparison.Ordinal);
        Assert.Contains(" -Encrypt Strict -TrustServerCertificate; ", Command(Nightly, Server with { Encrypt = "Strict", TrustServerCertificate = true }), StringComparison.Ordinal);
        Assert.Contains(
            " -HostNameInCertificate 'srv''1' -CommandTimeout 60 -ReadIsolation Snapshot; ",
            Command(Nightly, Server with { HostNameInCertificate = "srv'1", Options = new ConnectionOptions { CommandTimeout = 60, Isolation = ReadIsolation.Snapshot } }), StringComparison.Ordinal);
        Assert.StartsWith("pwsh -NoProfile -NonInteractive -Command \"", Command(Nightly with { Runner = JobRunner.Pwsh }, Server), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b&c^d|e")]
    [InlineData("50% of %PATH%")]
    [InlineData("say \"so\"")]
    [InlineData("o'clock’s ‘x‚ ‛")]
    [InlineData("$(ESCAPE_NONE(DATE)) $x `n ;")]
    [InlineData("%")]
    public void The_command_of_a_step_holds_nothing_that_cmd_or_the_Agent_would_take_for_its_own(string name)
    {
        foreach (var runner in Enum.GetValues<JobRunner>())
        {
            var command = Command(Nightly with { ConfigPath = name, Runner = runner, AllowRejected = true, ModulePath = name }, Server with { Database = name });
            Assert.Equal(2, command.Count(c => c == '"'));
            Assert.DoesNotContain('%', command);
            Assert.DoesNotContain("$(", command, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a\nb", "JobTextInvalid")]
    [InlineData("", "JobTextInvalid")]
    public void A_job_file_that_no_scheduler_can_name_is_refused(string path, string errorId) =>
        Assert.Equal(errorId, Assert.Throws<RecException>(() => Command(Nightly with { ConfigPath = path }, Server)).ErrorId);

    [Theory]
    [InlineData("C:\\100%\\rectools.exe")]
    [InlineData("C:\\$(x)\\rectools.exe")]
    public void A_program_that_cannot_be_written_so_that_all_understand_it_is_refused(string path) =>
        Assert.Equal("RunnerPathInvalid", Assert.Throws<RecException>(() => Command(Nightly with { RunnerPath = path }, Server)).ErrorId);

    [Fact]
    public void Names_and_numbers_out_of_range_are_refused()
    {
        string Refusal(JobRequest request) => Assert.Throws<RecException>(() => JobService.RegisterScript(Server, request)).ErrorId;
        Assert.Equal("JobNameInvalid", Refusal(Nightly with { JobName = new string('x', 119) }));
        Assert.Equal("JobNameInvalid", Refusal(Nightly with { JobName = " x" }));
        Assert.Equal("RetryOutOfRange", Refusal(Nightly with { RetryAttempts = -1 }));
        Assert.Equal("OutputFileTooLong", Refusal(Nightly with { OutputFile = new string('x', 201) }));
        Assert.Equal("EveryMinutesOutOfRange", Refusal(Nightly with { Schedule = new JobSchedule { EveryMinutes = 2000 } }));
        Assert.Equal("ScheduleMissing", Assert.Throws<RecException>(() => JobService.Cron(Server, Nightly with { Schedule = null })).ErrorId);
        Assert.Equal("AgentMissing", Assert.Throws<RecException>(() => JobService.RegisterScript(new(DatabaseProvider.Sqlite, "/shop.db", "shop.db"), Nightly)).ErrorId);
    }

    [Theory]
    [InlineData("", 0, "30 3 * * *", "*-*-* 03:30:00")]
    [InlineData("Sunday,Wednesday", 0, "30 3 * * 0,3", "Sun,Wed *-*-* 03:30:00")]
    [InlineData("", 15, "*/15 * * * *", "*-*-* *:0/15:00")]
    [InlineData("", 60, "30 */1 * * *", "*-*-* 0/1:30:00")]
    [InlineData("Monday", 120, "30 */2 * * 1", "Mon *-*-* 0/2:30:00")]
    public void Schedules_are_written_as_cron_and_systemd_have_them(string days, int every, string cron, string calendar)
    {
        var request = Nightly with
        {
            Schedule = new JobSchedule
            {
                At = new TimeOnly(3, 30),
                EveryMinutes = every,
                Days = [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)],
            },
        };
        Assert.StartsWith(cron + " rectools ", JobService.Cron(Server, request), StringComparison.Ordinal);
        Assert.Contains($"\nOnCalendar={calendar}\n", JobService.Systemd(Server, request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "StartLimitBurst=4\nStartLimitIntervalSec=86399\n")]
    [InlineData(15, "StartLimitBurst=4\nStartLimitIntervalSec=899\n")]
    public void Systemd_tries_again_what_trying_again_can_mend(int every, string limits)
    {
        Assert.DoesNotContain("Restart", JobService.Systemd(Server, Nightly with { RetryAttempts = 0 }), StringComparison.Ordinal);
        var text = JobService.Systemd(Server, Nightly with { RetryAttempts = 3, RetryInterval = 10, Schedule = new JobSchedule { EveryMinutes = every } });
        Assert.Contains($"After=network-online.target\n{limits}\n[Service]\n", text, StringComparison.Ordinal);
        Assert.Contains("\nRestart=on-failure\nRestartSec=10min\nRestartPreventExitStatus=2 3 4\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(300)]
    public void Distances_that_cron_cannot_keep_are_refused(int every) =>
        Assert.Equal("ScheduleUneven", Assert.Throws<RecException>(() => JobService.Cron(Server, Nightly with { Schedule = new JobSchedule { EveryMinutes = every } })).ErrorId);

    [Fact]
    public void Percent_signs_are_kept_from_cron_and_specifiers_and_variables_from_systemd()
    {
        var odd = Nightly with { ConfigPath = "/jobs/50% \"o'clock\" $HOME \\x.json", OutputFile = "/log/%n.log" };
        var cron = JobService.Cron(Server, odd);
        Assert.Contains(@"50\% ", cron, StringComparison.Ordinal);
        Assert.EndsWith(@" >> '/log/\%n.log' 2>&1" + "\n", cron, StringComparison.Ordinal);
        var systemd = JobService.Systemd(Server, odd);
        Assert.Contains("50%% \\\"o''clock\\\" $$HOME \\\\x.json", systemd, StringComparison.Ordinal);
        Assert.Contains("\nStandardOutput=append:/log/%%n.log\n", systemd, StringComparison.Ordinal);
        Assert.Contains("# /etc/systemd/system/rectools-views.timer\n", systemd, StringComparison.Ordinal);
    }

    private static string Command(JobRequest request, ConnectionTarget target)
    {
        JobRequestChecker.Check(request);
        return CmdExecText.Of(new JobCommand(request, target));
    }
}
