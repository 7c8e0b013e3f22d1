using System.Text;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>Makes, updates and removes jobs of SQL Server Agent by the scripts in <c>module/sql/SqlServer/Agent</c>.</summary>
public static class AgentJobStore
{
    /// <summary>Makes a job or brings the one of its name up to date.</summary>
    /// <returns>Its id, and Created or Updated.</returns>
    /// <exception cref="RecException"><c>AgentMissing</c>, <c>AgentJobForeign</c>, <c>AgentNameUnknown</c> and what the database throws.</exception>
    public static (Guid JobId, string Change) Register(Database database, AgentJob job) => Run(database, "Agent/Register", job.JobName, job.Values());

    /// <summary>Removes a job that <see cref="Register"/> made.</summary>
    /// <exception cref="RecException"><c>AgentMissing</c>, <c>AgentJobForeign</c>, <c>AgentJobNotFound</c> and what the database throws.</exception>
    public static (Guid JobId, string Change) Unregister(Database database, string jobName) => Run(database, "Agent/Unregister", jobName, ValuesOf(jobName));

    /// <summary>The script of <see cref="Register"/>, for any tool.</summary>
    public static string RegisterScript(AgentJob job) => Script("Agent/Register", job.Values());

    /// <summary>The script of <see cref="Unregister"/>.</summary>
    public static string UnregisterScript(string jobName) => Script("Agent/Unregister", ValuesOf(jobName));

    /// <summary>Why a server cannot run jobs with programs; null where it can.</summary>
    public static string? WhyMissing(Database database) => database.IsEmbedded
        ? "An embedded file has no SQL Server Agent."
        : database.Guard(() => database.Scalar($"{Text("Agent/Missing")}\nSELECT @Missing;") as string);

    private static (Guid JobId, string Change) Run(Database database, string statement, string jobName, IReadOnlyList<AgentValue> values)
    {
        // Asked apart: some servers that have no Agent refuse to look at a statement that names msdb.
        if (WhyMissing(database) is { } missing)
        {
            throw Missing(missing);
        }

        try
        {
            return database.Select(
                static reader => (reader.GetGuid(0), reader.GetString(1)),
                $"{Text("Agent/Missing")}\n{Text(statement)}",
                [.. values.Select(value => (value.Name, value.Value))]).Single();
        }
        catch (SqlException error)
        {
            throw Explain(error, jobName) ?? database.Explain(error) ?? (Exception)error;
        }
    }

    private static RecException? Explain(SqlException error, string jobName) => error.Number switch
    {
        50420 => Missing(error.Message),
        50421 => new RecException(
            "AgentJobForeign", RecErrorKind.Configuration, $"The job '{jobName}' was not made by Register-RecAgentJob, so it is left alone.",
            "Give another -JobName; or, if the job is to be replaced, delete it in SQL Server Agent first.", jobName, error),
        50422 => new RecException(
            "AgentJobNotFound", RecErrorKind.NotFound, $"There is no job '{jobName}'.", "Check -JobName; jobs of other owners show only to members of sysadmin or SQLAgentReaderRole.", jobName, error),

        // What msdb says of a proxy, operator or schedule that it does not know names the parameter and the value.
        14262 or 14234 or 14538 or 14365 => new RecException(
            "AgentNameUnknown", RecErrorKind.Configuration, $"SQL Server Agent refuses the job '{jobName}': {error.Message}",
            "Check -ProxyName, -OperatorName and -ScheduleName; Test-RecEnvironment -ProxyName looks at a proxy.", jobName, error),
        14516 or 14517 or 14525 => new RecException(
            "PermissionDenied", RecErrorKind.Access, $"SQL Server Agent refuses the job '{jobName}': {error.Message}",
            "A step that runs a program needs a proxy that this login may use (-ProxyName), or a member of sysadmin.", jobName, error),
        _ => null,
    };

    private static RecException Missing(string why) => new(
        "AgentMissing", RecErrorKind.Configuration, $"No SQL Server Agent job can be made: {why}",
        "Let the operating system's scheduler run the job file: -Systemd gives a timer for it, -Cron a line for crontab; -ScriptOnly with -SqlInstance and -Database writes a script for another server.");

    private static string Script(string statement, IReadOnlyList<AgentValue> values)
    {
        var script = new StringBuilder();
        foreach (var value in values)
        {
            script.Append(value.Declaration).Append('\n');
        }

        return script.Append(Text("Agent/Missing")).Append('\n').Append(Text(statement)).Append('\n').ToString();
    }

    private static AgentValue[] ValuesOf(string jobName) => [new("JobName", "sysname", jobName), new("OwnSchedule", "sysname", AgentJob.OwnScheduleOf(jobName))];

    private static string Text(string statement) => SqlServerDatabase.Library[statement];
}
