using System.Collections;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Asks the database on the command line, or the one last connected to, for what completes a word.</summary>
internal static class CompletionDatabase
{
    // A prompt must not wait for a server that is away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The answer; empty without a connection, after an error, and where it takes too long.</summary>
    /// <param name="bound">The parameters on the command line.</param>
    /// <param name="question">What is asked.</param>
    public static IReadOnlyList<T> Ask<T>(IDictionary bound, Func<RecConnection, IEnumerable<T>> question)
    {
        var given = bound["Connection"] is PSObject wrapped ? wrapped.BaseObject : bound["Connection"];
        if ((given as RecConnection ?? SessionConnection.Last) is not { } connection)
        {
            return [];
        }

        var asking = Task.Run<IReadOnlyList<T>>(() => [.. question(connection)]);
        try
        {
            return asking.Wait(Patience) ? asking.Result : [];
        }
        catch (AggregateException error) when (error.InnerExceptions.All(inner => inner is RecException))
        {
            return [];
        }
    }
}
