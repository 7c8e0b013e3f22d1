using System.Runtime.ExceptionServices;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What an error of a run means to its user.</summary>
internal static class RunError
{
    /// <summary>The error as one that says what to do.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="database">Knows the errors of its driver; null for none.</param>
    /// <param name="cancellation">Tells whether the work was cancelled.</param>
    public static RecException Explain(Exception error, Database? database, CancellationToken cancellation) => error switch
    {
        RecException known => known,
        _ when cancellation.IsCancellationRequested => new RecException(
            "RunCancelled", RecErrorKind.Cancelled, "The run was cancelled; nothing of it was published.", "Run it again when it suits.", null, error),
        OutOfMemoryException => new RecException(
            "OutOfMemory", RecErrorKind.Limit, "The machine ran out of memory.", "Use fewer rows or factors, or a larger machine.", null, error),
        _ => database?.Explain(error) ?? new RecException(
            "Unexpected", RecErrorKind.Data, $"Something unexpected happened: {error.Message}", "Please report it with the text of $Error[0].Exception.InnerException.", null, error),
    };

    /// <summary>Does work that leaves no record, with its errors explained.</summary>
    /// <param name="database">Knows the errors of its driver; null for none.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Tells whether the work was cancelled.</param>
    /// <exception cref="RecException">What went wrong and what to do about it.</exception>
    public static T Guard<T>(Database? database, Func<T> work, CancellationToken cancellation)
    {
        try
        {
            return work();
        }
        catch (Exception error)
        {
            var explained = Explain(error, database, cancellation);
            if (ReferenceEquals(explained, error))
            {
                ExceptionDispatchInfo.Throw(error);
            }

            throw explained;
        }
    }
}
