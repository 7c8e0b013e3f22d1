namespace RecTools.Data;

/// <summary>A SQL Server Agent job with one step that runs a program: the values that msdb keeps.</summary>
/// <param name="JobName">Its name.</param>
/// <param name="Subject">What it does, for its description; the mark by which the toolkit knows its own jobs comes before it.</param>
/// <param name="Category">Its category.</param>
/// <param name="Enabled">Whether its schedules count.</param>
/// <param name="Command">The command of its step.</param>
/// <param name="Timing">Its own schedule; null for none.</param>
public sealed record AgentJob(string JobName, string Subject, string Category, bool Enabled, string Command, AgentTiming? Timing)
{
    /// <summary>A schedule that is there already; null for none.</summary>
    public string? ScheduleName { get; init; }

    /// <summary>Proxy of the step; null for none.</summary>
    public string? ProxyName { get; init; }

    /// <summary>File for the step's output; null for none.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Operator who gets a mail on failure; null for none.</summary>
    public string? OperatorName { get; init; }

    /// <summary>How often a failed step is tried again.</summary>
    public int RetryAttempts { get; init; }

    /// <summary>Minutes between tries.</summary>
    public int RetryInterval { get; init; }

    /// <summary>Name of the schedule that belongs to a job alone.</summary>
    public static string OwnScheduleOf(string jobName) => $"RecTools: {jobName}";

    /// <summary>The values by the names that <c>Agent/Register.sql</c> has for them.</summary>
    internal IReadOnlyList<AgentValue> Values() =>
    [
        new("JobName", "sysname", JobName),
        new("Description", "nvarchar(512)", $"RecTools: {Subject}"),
        new("Category", "sysname", Category),
        new("Enabled", "tinyint", Enabled ? 1 : 0),
        new("Command", "nvarchar(max)", Command),
        new("ProxyName", "sysname", ProxyName ?? ""),
        new("OutputFile", "nvarchar(200)", OutputFile ?? ""),
        new("RetryAttempts", "int", RetryAttempts),
        new("RetryInterval", "int", RetryInterval),
        new("NotifyLevel", "int", OperatorName is null ? 0 : 2),
        new("OperatorName", "sysname", OperatorName ?? ""),
        new("ScheduleName", "sysname", ScheduleName),
        new("OwnSchedule", "sysname", OwnScheduleOf(JobName)),
        new("FreqType", "int", Timing?.FreqType),
        new("FreqInterval", "int", Timing?.FreqInterval),
        new("SubdayType", "int", Timing?.SubdayType),
        new("SubdayInterval", "int", Timing?.SubdayInterval),
        new("Recurrence", "int", Timing?.Recurrence),
        new("StartTime", "int", Timing?.StartTime),
    ];
}

/// <summary>When a job runs, in the codes of msdb.</summary>
/// <param name="FreqType">4 for days, 8 for weeks.</param>
/// <param name="FreqInterval">Every so many days; or the days of the week as bits, Sunday the first.</param>
/// <param name="SubdayType">1 for once a day, 4 for every so many minutes.</param>
/// <param name="SubdayInterval">The minutes.</param>
/// <param name="Recurrence">Every so many weeks.</param>
/// <param name="StartTime">Time of the day as HHMMSS.</param>
public sealed record AgentTiming(int FreqType, int FreqInterval, int SubdayType, int SubdayInterval, int Recurrence, int StartTime)
{
    /// <summary>The codes of a schedule.</summary>
    public static AgentTiming Of(JobSchedule schedule) => new(
        schedule.Days.Count == 0 ? 4 : 8,
        schedule.Days.Count == 0 ? 1 : schedule.Days.Distinct().Sum(day => 1 << (int)day),
        schedule.EveryMinutes > 0 ? 4 : 1,
        schedule.EveryMinutes,
        schedule.Days.Count == 0 ? 0 : 1,
        (schedule.At.Hour * 10_000) + (schedule.At.Minute * 100) + schedule.At.Second);
}
