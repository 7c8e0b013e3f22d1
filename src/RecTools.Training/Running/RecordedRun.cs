using System.Runtime.ExceptionServices;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Work under a run's record: opened before it, and closed after it whatever happens.</summary>
internal static class RecordedRun
{
    /// <summary>Does the work.</summary>
    /// <param name="database">Where the record is kept; null for no record.</param>
    /// <param name="modelName">The model, held while the work goes on.</param>
    /// <param name="algorithm">Its algorithm.</param>
    /// <param name="optionsJson">Its settings.</param>
    /// <param name="observer">Hears warnings.</param>
    /// <param name="work">The work; closes the record itself when it succeeds.</param>
    /// <param name="cancellation">Tells whether the work was cancelled.</param>
    /// <exception cref="RecException">What went wrong and what to do about it; the record holds the same.</exception>
    public static T Execute<T>(
        Database? database, string modelName, string algorithm, string optionsJson, IRunObserver observer, Func<RunRecord?, T> work, CancellationToken cancellation)
    {
        using var record = RunRecord.Open(database, modelName, algorithm, optionsJson, observer);
        try
        {
            return work(record);
        }
        catch (Exception error)
        {
            var explained = Explain(error, database, cancellation);
            record?.Fail(new RunOutcome
            {
                Status = explained.Kind switch
                {
                    RecErrorKind.Cancelled => RunStatus.Cancelled,
                    RecErrorKind.Gate => RunStatus.Rejected,
                    _ => RunStatus.Failed,
                },
                EndedAt = DateTime.UtcNow,
                ErrorId = explained.ErrorId,
                ErrorMessage = $"{explained.Message} {explained.Action}",
            });
            if (ReferenceEquals(explained, error))
            {
                ExceptionDispatchInfo.Throw(error);
            }

            throw explained;
        }
    }

    private static RecException Explain(Exception error, Database? database, CancellationToken cancellation) => error switch
    {
        RecException known => known,
        _ when cancellation.IsCancellationRequested => new RecException(
            "RunCancelled", RecErrorKind.Cancelled, "The run was cancelled; nothing of it was published.", "Run it again when it suits.", null, error),
        OutOfMemoryException => new RecException(
            "OutOfMemory", RecErrorKind.Limit, "The machine ran out of memory.", "Use fewer rows or factors, or a larger machine.", null, error),
        _ => database?.Explain(error) ?? new RecException(
            "Unexpected", RecErrorKind.Data, $"Something unexpected happened: {error.Message}", "Please report it with the text of $Error[0].Exception.InnerException.", null, error),
    };
}
