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
            var explained = RunError.Explain(error, database, cancellation);
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
}
