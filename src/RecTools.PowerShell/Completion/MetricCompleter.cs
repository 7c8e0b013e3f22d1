using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Completes names of figures that models can be ranked by.</summary>
public sealed class MetricCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, ModelComparer.Metrics);
}
