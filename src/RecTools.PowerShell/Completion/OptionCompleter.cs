using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Completes <c>-Option</c> with a table of the algorithm's settings at their defaults, ready to edit.</summary>
public sealed class OptionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (AlgorithmCatalog.Find(fakeBoundParameters["Algorithm"] as string ?? "") is not { } algorithm)
        {
            yield break;
        }

        foreach (var setting in OptionInfo.Of(algorithm.OptionsType))
        {
            var text = $"@{{{setting.Name}={Literal(setting.Default)}}}";
            yield return new CompletionResult(text, text, CompletionResultType.ParameterValue, $"{setting.Description} ({setting.TypeText}, {setting.RangeText})");
        }
    }

    private static string Literal(object? value) => value switch
    {
        null => "$null",
        bool flag => flag ? "$true" : "$false",
        string or Enum => $"'{value}'",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => $"'{value}'",
    };
}
