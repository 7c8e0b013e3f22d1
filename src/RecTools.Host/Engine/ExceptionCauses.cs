using System.Management.Automation;

namespace RecTools.Host.Engine;

/// <summary>Walks from an exception to what it reports.</summary>
internal static class ExceptionCauses
{
    /// <summary>The exception, its inner ones, and those inside the error records that the engine's own exceptions carry.</summary>
    public static IEnumerable<Exception> Of(Exception? exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;

            // An error made terminating by -ErrorAction Stop sits in the record alone. The engine's placeholder there leads nowhere new.
            if (cause is IContainsErrorRecord { ErrorRecord.Exception: { } recorded } && recorded != cause && recorded is not ParentContainsErrorRecordException)
            {
                foreach (Exception inner in Of(recorded))
                    yield return inner;
            }
        }
    }
}
