using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Reports an error; the script goes on unless <c>$ErrorActionPreference</c> or <c>-ErrorAction</c> says otherwise.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "Message")]
public sealed class WriteErrorCommand : PSCmdlet
{
    /// <summary>The identifier that pwsh gives to errors of text only.</summary>
    private const string UsualErrorId = "Microsoft.PowerShell.Commands.WriteErrorException";

    /// <summary>What happened.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Message")]
    [Parameter(ParameterSetName = "Exception")]
    [Alias("Msg")]
    [AllowEmptyString]
    [AllowNull]
    public string? Message { get; set; }

    /// <summary>The error as an exception.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Exception")]
    public Exception? Exception { get; set; }

    /// <summary>An error that was caught.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    /// <summary>What sort of error.</summary>
    [Parameter]
    public ErrorCategory Category { get; set; }

    /// <summary>Its stable identifier.</summary>
    [Parameter]
    public string? ErrorId { get; set; }

    /// <summary>The offending value.</summary>
    [Parameter]
    public object? TargetObject { get; set; }

    /// <summary>What to do about it.</summary>
    [Parameter]
    public string? RecommendedAction { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ErrorRecord error = ErrorRecord is not null
            ? new ErrorRecord(ErrorRecord, replaceParentContainsErrorRecordException: null)
            : new ErrorRecord(
                Exception ?? new WriteErrorException(Message ?? ""),
                ErrorId ?? Exception?.GetType().FullName ?? UsualErrorId,
                Category,
                TargetObject);
        if (RecommendedAction is { Length: > 0 } || Exception is not null && Message is { Length: > 0 })
            error.ErrorDetails = new ErrorDetails(Message ?? error.Exception.Message) { RecommendedAction = RecommendedAction };
        WriteError(error);
    }
}

/// <summary>The exception of errors that have text only.</summary>
/// <param name="message">What happened.</param>
public sealed class WriteErrorException(string message) : Exception(message);
