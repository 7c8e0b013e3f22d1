using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Algorithms;

namespace RecTools.PowerShell;

/// <summary>Completes names of algorithms that find groups.</summary>
public sealed class ClusterAlgorithmCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, AlgorithmCatalog.All.OfType<IClusterAlgorithm>().Select(algorithm => (algorithm.Name, algorithm.Summary)));
}
