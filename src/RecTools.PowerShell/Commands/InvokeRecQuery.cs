using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Runs a SELECT and gives its rows as objects; nothing is ever written.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RecQuery")]
[OutputType(typeof(PSObject))]
public sealed class InvokeRecQuery : ConnectedCmdlet
{
    /// <summary>One SELECT statement.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Sql")]
    public string Query { get; set; } = "";

    /// <summary>Values of the parameters that the query has, such as <c>@{ Since = (Get-Date).AddYears(-1) }</c>.</summary>
    [Parameter]
    public Hashtable? QueryParameter { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(() =>
    {
        object?[]? names = null;
        foreach (var row in TableQuery.Run(Database, Query, OptionTable.Plain(QueryParameter), Cancellation))
        {
            if (names is null)
            {
                names = row;
                continue;
            }

            var result = new PSObject();
            for (var i = 0; i < row.Length; i++)
            {
                result.Properties.Add(new PSNoteProperty((string)names[i]!, row[i]));
            }

            WriteObject(result);
        }

        return true;
    });
}
