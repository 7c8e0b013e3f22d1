using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>A part of a path: its folder, or with a switch its last part.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "Parent")]
[OutputType(typeof(string))]
public sealed class SplitPathCommand : PSCmdlet
{
    /// <summary>The paths.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    /// <summary>The folder; the same as without a switch.</summary>
    [Parameter(ParameterSetName = "Parent")]
    public SwitchParameter Parent { get; set; }

    /// <summary>The last part.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Leaf")]
    public SwitchParameter Leaf { get; set; }

    /// <summary>The last part without its extension.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LeafBase")]
    public SwitchParameter LeafBase { get; set; }

    /// <summary>The extension, with its dot.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Extension")]
    public SwitchParameter Extension { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
            WriteObject(Part(path));
    }

    private string Part(string path)
    {
        if (ParameterSetName == "Parent")
            return SessionState.Path.ParseParent(path, "");
        string leaf = SessionState.Path.ParseChildName(path);
        return ParameterSetName switch
        {
            "LeafBase" => System.IO.Path.GetFileNameWithoutExtension(leaf),
            "Extension" => System.IO.Path.GetExtension(leaf),
            _ => leaf,
        };
    }
}
