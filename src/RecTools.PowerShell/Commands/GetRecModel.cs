using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Lists the stored models.</summary>
[Cmdlet(VerbsCommon.Get, "RecModel")]
[OutputType(typeof(ModelInfo))]
public sealed class GetRecModel : ConnectedCmdlet
{
    /// <summary>Name, perhaps with the wildcards * and ?.</summary>
    [Parameter(Position = 0)]
    [Alias("ModelName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Gives the versions kept for undo too.</summary>
    [Parameter]
    public SwitchParameter AllVersions { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var models = Guard(() => RunHistory.Models(Database, Name, AllVersions));
        if (models.Count == 0 && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
        {
            WriteError(ErrorRecords.From(new RecException(
                "ModelNotFound", RecErrorKind.NotFound, $"There is no model '{Name}'.", "Get-RecModel without a name lists all.", Name)));
        }

        WriteObject(models, enumerateCollection: true);
    }
}
