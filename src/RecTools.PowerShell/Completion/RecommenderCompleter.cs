using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Algorithms;

namespace RecTools.PowerShell;

/// <summary>Completes names of algorithms that recommend.</summary>
public sealed class RecommenderCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, AlgorithmCatalog.Recommenders.Select(algorithm => (algorithm.Name, algorithm.Summary)));
}
