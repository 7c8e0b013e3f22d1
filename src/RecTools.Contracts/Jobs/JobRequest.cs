namespace RecTools;

/// <summary>A job that trains a model by a job file: what a scheduler must know of it.</summary>
public sealed record JobRequest
{
    /// <summary>Name of the job.</summary>
    public required string JobName { get; init; }

    /// <summary>The job file, as the computer sees it that the job runs on.</summary>
    public required string ConfigPath { get; init; }

    /// <summary>The program that runs the job.</summary>
    public JobRunner Runner { get; init; }

    /// <summary>Path of that program; null for its name alone, which the system's PATH must lead to.</summary>
    public string? RunnerPath { get; init; }

    /// <summary>The module's manifest, for pwsh; null for the module's name alone.</summary>
    public string? ModulePath { get; init; }

    /// <summary>When it runs; null for by hand, or by <see cref="ScheduleName"/>.</summary>
    public JobSchedule? Schedule { get; init; }

    /// <summary>A schedule that the server has already, to run by; null for none.</summary>
    public string? ScheduleName { get; init; }

    /// <summary>Proxy whose account the step runs as; null for that of the Agent.</summary>
    public string? ProxyName { get; init; }

    /// <summary>File that takes the job's output; null for the history alone.</summary>
    public string? OutputFile { get; init; }

    /// <summary>How often a step that failed is tried again.</summary>
    public int RetryAttempts { get; init; }

    /// <summary>Minutes between tries.</summary>
    public int RetryInterval { get; init; } = 5;

    /// <summary>Operator who gets a mail when the job fails; null for nobody.</summary>
    public string? OperatorName { get; init; }

    /// <summary>Category of the job.</summary>
    public string Category { get; init; } = "RecTools";

    /// <summary>Whether its schedule counts.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether a run that a quality gate stopped counts as done.</summary>
    public bool AllowRejected { get; init; }
}
