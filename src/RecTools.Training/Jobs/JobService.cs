using RecTools.Data;

namespace RecTools.Training;

/// <summary>Hands jobs to schedulers: SQL Server Agent, or as text for those of Linux.</summary>
public static class JobService
{
    /// <summary>Makes a SQL Server Agent job, or brings it up to date.</summary>
    /// <param name="connection">The server, and the database that the job works with.</param>
    /// <param name="request">The job.</param>
    /// <exception cref="RecException"><c>AgentMissing</c>, <c>AgentJobForeign</c>, <c>AgentNameUnknown</c>, what the checks and the database throw.</exception>
    public static AgentJobInfo Register(RecConnection connection, JobRequest request)
    {
        var job = AgentJobOf(ConnectionTarget.Of(connection), request);
        using var database = Database.Open(connection);
        var (id, change) = AgentJobStore.Register(database, job);
        return new AgentJobInfo(request.JobName, id, change, ScheduleText(request), job.Command);
    }

    /// <summary>The script of <see cref="Register"/>.</summary>
    public static string RegisterScript(ConnectionTarget target, JobRequest request) => target.Provider == DatabaseProvider.SqlServer
        ? AgentJobStore.RegisterScript(AgentJobOf(target, request))
        : throw RecException.Configuration(
            "AgentMissing", "An embedded file has no SQL Server Agent.", "Use -Systemd or -Cron; or name a server with -SqlInstance and -Database.", target.DataSource);

    /// <summary>Removes a job that <see cref="Register"/> made.</summary>
    /// <exception cref="RecException"><c>AgentMissing</c>, <c>AgentJobForeign</c>, <c>AgentJobNotFound</c> and what the database throws.</exception>
    public static AgentJobInfo Unregister(RecConnection connection, string jobName)
    {
        JobRequestChecker.CheckName(jobName);
        using var database = Database.Open(connection);
        var (id, change) = AgentJobStore.Unregister(database, jobName);
        return new AgentJobInfo(jobName, id, change, null, null);
    }

    /// <summary>The script of <see cref="Unregister"/>.</summary>
    public static string UnregisterScript(string jobName)
    {
        JobRequestChecker.CheckName(jobName);
        return AgentJobStore.UnregisterScript(jobName);
    }

    /// <summary>A service and a timer of systemd.</summary>
    /// <exception cref="RecException"><c>ScheduleMissing</c>, <c>ScheduleUneven</c> and what the checks throw.</exception>
    public static string Systemd(ConnectionTarget target, JobRequest request) => SystemdText.Of(Checked(request), new JobCommand(request, target), Needed(request));

    /// <summary>A line of crontab.</summary>
    /// <exception cref="RecException"><c>ScheduleMissing</c>, <c>ScheduleUneven</c> and what the checks throw.</exception>
    public static string Cron(ConnectionTarget target, JobRequest request) => CronText.Of(Checked(request), new JobCommand(request, target), Needed(request));

    private static AgentJob AgentJobOf(ConnectionTarget target, JobRequest request) => new(
        Checked(request).JobName, $"trains by {Short(request.ConfigPath)}; made by Register-RecAgentJob.", request.Category, request.Enabled,
        CmdExecText.Of(new JobCommand(request, target)), request.Schedule is null ? null : AgentTiming.Of(request.Schedule))
    {
        ScheduleName = request.ScheduleName,
        ProxyName = request.ProxyName,
        OutputFile = request.OutputFile,
        OperatorName = request.OperatorName,
        RetryAttempts = request.RetryAttempts,
        RetryInterval = request.RetryInterval,
    };

    private static JobRequest Checked(JobRequest request)
    {
        JobRequestChecker.Check(request);
        return request;
    }

    private static JobSchedule Needed(JobRequest request) => request.Schedule ?? throw RecException.Configuration(
        "ScheduleMissing", "A timer without a time starts nothing.", "Give -Daily, -Weekly or -EveryMinutes, and -At.", request.JobName);

    // A description has 512 characters.
    private static string Short(string path) => path.Length <= 400 ? path : $"...{path[^397..]}";

    private static string? ScheduleText(JobRequest request) => (request.Schedule, request.ScheduleName) switch
    {
        ({ } own, null) => own.ToString(),
        (null, { } name) => name,
        ({ } own, { } name) => $"{own}; {name}",
        _ => null,
    };
}
