using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Completes names of tables and views of the connection on the command line, those of the toolkit itself last.</summary>
public sealed class TableCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Matching(wordToComplete, CompletionDatabase.Ask(fakeBoundParameters, connection => TableCatalog.Tables(connection).OrderBy(IsOwn)));

    private static bool IsOwn(string table) => table.StartsWith("rec.", StringComparison.OrdinalIgnoreCase) || table.StartsWith("rec_", StringComparison.OrdinalIgnoreCase);
}
