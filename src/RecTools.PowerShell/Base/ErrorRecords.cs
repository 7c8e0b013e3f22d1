using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Turns the toolkit's errors into PowerShell's.</summary>
internal static class ErrorRecords
{
    /// <summary>An error record with stable id, category, target and recommended action.</summary>
    public static ErrorRecord From(RecException error) => new(error, error.ErrorId, Category(error.Kind), error.Target)
    {
        // pwsh shows the action below the message by itself.
        ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.Action },
    };

    private static ErrorCategory Category(RecErrorKind kind) => kind switch
    {
        RecErrorKind.Configuration => ErrorCategory.InvalidArgument,
        RecErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        RecErrorKind.Data => ErrorCategory.InvalidData,
        RecErrorKind.Access => ErrorCategory.OpenError,
        RecErrorKind.Busy => ErrorCategory.ResourceBusy,
        RecErrorKind.Limit => ErrorCategory.LimitsExceeded,
        RecErrorKind.Gate => ErrorCategory.InvalidResult,
        _ => ErrorCategory.OperationStopped,
    };
}
