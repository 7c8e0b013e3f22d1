using System.Management.Automation;

namespace RecTools.Host.Engine;

/// <summary>Which exit code an error stands for.</summary>
internal static class ExitCodeRules
{
    /// <summary>The code of an error that ended a script or command.</summary>
    public static int OfFailure(Exception exception)
    {
        if (RecToolsError.Find(exception) is { } ours)
            return OfKind(ours.Kind);
        foreach (Exception cause in ExceptionCauses.Of(exception))
        {
            switch (cause)
            {
                case ParameterBindingException or ParseException:
                    return ExitCode.BadConfiguration;
                case PipelineStoppedException or OperationCanceledException:
                    return ExitCode.Cancelled;
            }
        }

        return ExitCode.Failed;
    }

    /// <summary>
    /// The code of an error that was reported while the script went on, or null if it decides nothing. The engine goes on after most errors, even those
    /// that end a command, and a script would then end with 0 as it does in <c>pwsh -File</c>. A nightly job whose training failed or whose command could
    /// not start must not look done, so these errors count unless the script handled them (<c>try</c>, <c>-ErrorAction</c>) or says <c>exit</c> itself.
    /// </summary>
    public static int? OfReported(ErrorRecord error)
    {
        bool decides = RecToolsError.Find(error.Exception) is not null
            || ExceptionCauses.Of(error.Exception).Any(cause => cause is ParameterBindingException or CommandNotFoundException);
        return decides ? OfFailure(error.Exception) : null;
    }

    private static int OfKind(string kind) => kind switch
    {
        "Configuration" => ExitCode.BadConfiguration,
        "Gate" => ExitCode.StoppedByGate,
        "Cancelled" => ExitCode.Cancelled,
        _ => ExitCode.Failed,
    };
}
