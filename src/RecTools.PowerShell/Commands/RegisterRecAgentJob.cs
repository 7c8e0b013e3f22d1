using System.Management.Automation;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Makes a SQL Server Agent job that trains by a job file, or brings it up to date; or writes what the schedulers of Linux take.</summary>
[Cmdlet(VerbsLifecycle.Register, "RecAgentJob", SupportsShouldProcess = true, DefaultParameterSetName = "Agent")]
[OutputType(typeof(AgentJobInfo), typeof(string))]
public sealed class RegisterRecAgentJob : ConnectedCmdlet
{
    /// <summary>Name of the job.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Name")]
    public string JobName { get; set; } = "";

    /// <summary>The job file, by its path on the computer that the job runs on.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ConfigFileCompleter))]
    public string ConfigPath { get; set; } = "";

    /// <summary>The program that runs the job: rectools, which needs no PowerShell 7, or pwsh.</summary>
    [Parameter]
    public JobRunner Runner { get; set; }

    /// <summary>Path of that program on the computer that the job runs on; without it its name alone.</summary>
    [Parameter]
    public string? RunnerPath { get; set; }

    /// <summary>The module's manifest on that computer, for pwsh; without it the module is looked up by its name.</summary>
    [Parameter]
    public string? ModulePath { get; set; }

    /// <summary>Runs every day.</summary>
    [Parameter]
    public SwitchParameter Daily { get; set; }

    /// <summary>Runs on these days of the week.</summary>
    [Parameter]
    public DayOfWeek[]? Weekly { get; set; }

    /// <summary>Time of the day, such as 03:30, in the computer's local time.</summary>
    [Parameter]
    public TimeSpan At { get; set; }

    /// <summary>Runs again after so many minutes, all day.</summary>
    [Parameter]
    [ValidateRange(1, 1440)]
    public int EveryMinutes { get; set; }

    /// <summary>A schedule that the server has already.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public string? ScheduleName { get; set; }

    /// <summary>Proxy whose account runs the step; without it that of SQL Server Agent.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public string? ProxyName { get; set; }

    /// <summary>File that takes the output, overwritten by each run of the Agent, added to by the others; tokens such as $(ESCAPE_NONE(STRTDT)) are the Agent's.</summary>
    [Parameter]
    public string? OutputFile { get; set; }

    /// <summary>How often a step that failed is tried again.</summary>
    [Parameter(ParameterSetName = "Agent")]
    [Parameter(ParameterSetName = "Systemd")]
    public int RetryAttempts { get; set; }

    /// <summary>Minutes between tries.</summary>
    [Parameter(ParameterSetName = "Agent")]
    [Parameter(ParameterSetName = "Systemd")]
    public int RetryInterval { get; set; } = 5;

    /// <summary>Operator who gets a mail when the job fails.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public string? OperatorName { get; set; }

    /// <summary>Category of the job; made if there is none.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public string Category { get; set; } = "RecTools";

    /// <summary>Whether the job's schedules count; $false makes a job that only runs by hand.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public bool Enabled { get; set; } = true;

    /// <summary>A run that a quality gate stopped (exit code 3) counts as done.</summary>
    [Parameter]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Gives the script that would run, and runs nothing.</summary>
    [Parameter(ParameterSetName = "Agent")]
    public SwitchParameter ScriptOnly { get; set; }

    /// <summary>Gives a service and a timer of systemd as text.</summary>
    [Parameter(ParameterSetName = "Systemd", Mandatory = true)]
    public SwitchParameter Systemd { get; set; }

    /// <summary>Gives a line of crontab as text.</summary>
    [Parameter(ParameterSetName = "Cron", Mandatory = true)]
    public SwitchParameter Cron { get; set; }

    /// <summary>Server that the job connects to, where a text is wanted for one that this session is not connected to.</summary>
    [Parameter]
    [Alias("ServerInstance")]
    public string? SqlInstance { get; set; }

    /// <summary>Database on that server.</summary>
    [Parameter]
    [Alias("DatabaseName")]
    public string? SqlDatabase { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = Guard(Request);
        switch (ParameterSetName)
        {
            case "Systemd":
                WriteObject(Guard(() => JobService.Systemd(Target(), request)));
                break;
            case "Cron":
                WriteObject(Guard(() => JobService.Cron(Target(), request)));
                break;
            case "Agent" when ScriptOnly:
                WriteObject(Guard(() => JobService.RegisterScript(Target(), request)));
                break;
            default:
                Register(request);
                break;
        }
    }

    private void Register(JobRequest request)
    {
        var connection = Guard(() => SqlInstance is null ? RequireDatabase() : throw RecException.Configuration(
            "SqlInstanceUnused", "-SqlInstance names a server for -ScriptOnly, -Systemd and -Cron; a job is made where the session is connected.", "Run Connect-RecDatabase, or give -ScriptOnly.", SqlInstance));
        WarnOfLogin(ConnectionTarget.Of(connection));
        if (ShouldProcess($"{JobName} in {connection}", "Make or update a SQL Server Agent job"))
        {
            WriteObject(Guard(() => JobService.Register(connection, request)));
        }
    }

    private ConnectionTarget Target()
    {
        if (SqlInstance is null)
        {
            var target = ConnectionTarget.Of(RequireDatabase());
            WarnOfLogin(target);
            return target;
        }

        return new ConnectionTarget(DatabaseProvider.SqlServer, SqlInstance, SqlDatabase ?? throw RecException.Configuration(
            "DatabaseMissing", "-SqlInstance was given without a database.", "Give -SqlDatabase too.", SqlInstance));
    }

    private void WarnOfLogin(ConnectionTarget target)
    {
        if (!target.IsIntegrated)
        {
            WriteWarning("This session's login is not written into the job: it connects as the account that it runs as, which needs a login and the role rec_trainer.");
        }
    }

    private JobRequest Request() => new()
    {
        JobName = JobName,
        ConfigPath = Rooted(ConfigPath),
        Runner = Runner,
        RunnerPath = RunnerPath,
        ModulePath = ModulePath,
        Schedule = Schedule(),
        ScheduleName = ScheduleName,
        ProxyName = ProxyName,
        OutputFile = OutputFile,
        RetryAttempts = RetryAttempts,
        RetryInterval = RetryInterval,
        OperatorName = OperatorName,
        Category = Category,
        Enabled = Enabled,
        AllowRejected = AllowRejected,
    };

    private JobSchedule? Schedule()
    {
        if (Daily && Weekly is not null)
        {
            throw RecException.Configuration("ScheduleUnclear", "-Daily and -Weekly were both given.", "Give one of them.", JobName);
        }

        if (At < TimeSpan.Zero || At >= TimeSpan.FromDays(1))
        {
            throw RecException.Configuration("AtOutOfRange", $"-At is {At}; it is a time of the day.", "Give a time such as 03:30.", At);
        }

        var isGiven = Daily || Weekly is not null || EveryMinutes > 0 || MyInvocation.BoundParameters.ContainsKey(nameof(At));
        return isGiven ? new JobSchedule { At = TimeOnly.FromTimeSpan(At), Days = Weekly ?? [], EveryMinutes = EveryMinutes } : null;
    }

    // The server may be another computer with paths of its own kind, which are left as they are.
    private string Rooted(string path) => path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 2 && path[1] == ':') ? path : FullPath(path);
}
