using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Stores a model from a file that <c>Export-RecModel</c> wrote.</summary>
[Cmdlet(VerbsData.Import, "RecModel", SupportsShouldProcess = true)]
[OutputType(typeof(ModelInfo))]
public sealed class ImportRecModel : ConnectedCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get; set; } = "";

    /// <summary>Name to store it under.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("ModelName")]
    public string Name { get; set; } = "";

    /// <summary>Makes the file the new current version of a model that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FullPath(Path);
        if (ShouldProcess($"{Name} in {Database}", $"Store the model of '{path}'"))
        {
            WriteObject(Watch("Import-RecModel", (observer, _) => ModelFiles.Import(Database, Name, path, Force, observer)));
        }
    }
}
