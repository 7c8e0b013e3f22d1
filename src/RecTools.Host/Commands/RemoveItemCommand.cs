using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Removes files and folders.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : PSCmdlet
{
    /// <summary>The paths; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string[] Path { get; set; } = [];

    /// <summary>Removes folders that hold something.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Removes hidden and read-only files too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            if (!InvokeProvider.Item.Exists(path))
            {
                ItemNotFoundException missing = new($"Cannot find path '{path}' because it does not exist.");
                WriteError(new ErrorRecord(missing, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
            else if (ShouldProcess(path))
            {
                InvokeProvider.Item.Remove([path], Recurse, Force, literalPath: false);
            }
        }
    }
}
