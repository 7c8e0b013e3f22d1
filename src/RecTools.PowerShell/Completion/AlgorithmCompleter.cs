using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Algorithms;

namespace RecTools.PowerShell;

/// <summary>Completes names of algorithms, with what each does as the tip.</summary>
public sealed class AlgorithmCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, AlgorithmCatalog.All.Select(algorithm => (algorithm.Name, algorithm.Summary)));
}
