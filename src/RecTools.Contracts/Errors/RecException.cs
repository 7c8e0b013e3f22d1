namespace RecTools;

/// <summary>An error that a user can act on: a stable id, the offending value, and sentences that say what happened and what to do.</summary>
public class RecException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">Stable identifier in Pascal case, such as <c>ColumnNotFound</c>.</param>
    /// <param name="kind">What sort of thing went wrong.</param>
    /// <param name="message">What happened, with which value. Never holds a secret.</param>
    /// <param name="action">What to do about it, as a sentence.</param>
    /// <param name="target">The offending value.</param>
    /// <param name="inner">The cause, if another exception was.</param>
    public RecException(string errorId, RecErrorKind kind, string message, string action, object? target = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Kind = kind;
        Action = action;
        Target = target;
    }

    /// <summary>Stable identifier of the error.</summary>
    public string ErrorId { get; }

    /// <summary>What sort of thing went wrong.</summary>
    public RecErrorKind Kind { get; }

    /// <summary>What to do about it.</summary>
    public string Action { get; }

    /// <summary>The offending value.</summary>
    public object? Target { get; }

    /// <summary>A short cut for the commonest kind: a value that cannot be used.</summary>
    public static RecException Configuration(string errorId, string message, string action, object? target = null) =>
        new(errorId, RecErrorKind.Configuration, message, action, target);
}
