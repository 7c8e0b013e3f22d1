using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Completes names of columns: of the table that the parameter goes with, if that is on the command line.</summary>
public sealed class ColumnCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Table(parameterName, fakeBoundParameters) is { } table
            ? CompletionText.Matching(wordToComplete, CompletionDatabase.Ask(fakeBoundParameters, connection => TableCatalog.Columns(connection, table)))
            : [];

    private static string? Table(string parameter, IDictionary bound) => parameter switch
    {
        "HierarchyColumn" => Given(bound, "HierarchyTable"),
        "ItemFeature" => Given(bound, "ItemTable"),
        "UserFeature" => Given(bound, "UserTable"),
        _ => Given(bound, "Table") ?? Given(bound, "TestTable"),
    };

    private static string? Given(IDictionary bound, string parameter) => bound[parameter] is { } table ? LanguagePrimitives.ConvertTo<string>(table) : null;
}
