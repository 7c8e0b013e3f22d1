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
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, CompletionDatabase.Ask(
            fakeBoundParameters, connection => RunHistory.Models(connection, null, allVersions: false).Select(model => (model.Name, model.Algorithm))));
}
