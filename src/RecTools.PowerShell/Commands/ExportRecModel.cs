using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Writes a stored model to a file.</summary>
[Cmdlet(VerbsData.Export, "RecModel", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportRecModel : ConnectedCmdlet
{
    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ModelName")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string Path { get; set; } = "";

    /// <summary>A run whose version is written instead of the current one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>Replaces the file if it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FullPath(Path);
        if (ShouldProcess(path, $"Write the model '{Name}'"))
        {
            Guard(() => ModelFiles.Export(Database, Name, RunId, path, Force));
            WriteObject(new FileInfo(path));
        }
    }
}
