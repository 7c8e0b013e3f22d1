using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Completes names of stored models from the connection on the command line.</summary>
public sealed class ModelNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var connection = fakeBoundParameters["Connection"] is PSObject { BaseObject: RecConnection wrapped } ? wrapped
            : fakeBoundParameters["Connection"] as RecConnection ?? SessionConnection.Last;
        return connection is null ? [] : CompletionText.Matching(wordToComplete, Names(connection));
    }

    private static IEnumerable<string> Names(RecConnection connection)
    {
        try
        {
            return [.. RunHistory.Models(connection, null, allVersions: false).Select(model => model.Name)];
        }
        catch (RecException)
        {
            // A prompt must not fail because a server is away.
            return [];
        }
    }
}
