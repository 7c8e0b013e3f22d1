using static RecTools.Training.RequestChecker;

namespace RecTools.Training;

/// <summary>Checks what is asked for a job before anything is written.</summary>
internal static class JobRequestChecker
{
    // The job's own schedule is called by it, and msdb's names have 128 characters.
    private const int MaximumName = 118;

    /// <summary>Checks a job.</summary>
    /// <exception cref="RecException"><c>JobNameInvalid</c>, <c>JobTextInvalid</c>, <c>EveryMinutesOutOfRange</c>, <c>RetryOutOfRange</c>, <c>OutputFileTooLong</c>.</exception>
    public static void Check(JobRequest request)
    {
        CheckName(request.JobName);
        Require(request.ConfigPath.Length > 0, "JobTextInvalid", "The job file has no name.", "Give -ConfigPath.", request.ConfigPath);
        string?[] texts = [request.ConfigPath, request.RunnerPath, request.ModulePath, request.OutputFile, request.ProxyName, request.OperatorName, request.ScheduleName, request.Category];
        foreach (var text in texts)
        {
            Require(text?.Any(char.IsControl) != true, "JobTextInvalid", $"'{text}' holds a line end or another control character, which no scheduler takes.", "Give it without.", text);
        }

        Require(request.Schedule is not { EveryMinutes: < 0 or > 1440 }, "EveryMinutesOutOfRange", $"-EveryMinutes is {request.Schedule?.EveryMinutes}.", "Give 1 to 1440 minutes.", request.Schedule?.EveryMinutes);
        Require(request.RetryAttempts is >= 0 and <= 100, "RetryOutOfRange", $"-RetryAttempts is {request.RetryAttempts}.", "Give 0 to 100.", request.RetryAttempts);
        Require(request.RetryInterval is >= 0 and <= 1440, "RetryOutOfRange", $"-RetryInterval is {request.RetryInterval}.", "Give 0 to 1440 minutes.", request.RetryInterval);
        Require(request.OutputFile is not { Length: > 200 }, "OutputFileTooLong", "-OutputFile has more than the 200 characters that SQL Server Agent keeps.", "Give a shorter path.", request.OutputFile);
    }

    /// <summary>Checks the name of a job.</summary>
    /// <exception cref="RecException"><c>JobNameInvalid</c>.</exception>
    public static void CheckName(string name) => Require(
        name.Length is > 0 and <= MaximumName && name.Trim().Length == name.Length && !name.Any(char.IsControl),
        "JobNameInvalid", $"'{name}' cannot be the name of a job.", $"Give 1 to {MaximumName} characters, without blanks at the ends or line ends.", name);
}
