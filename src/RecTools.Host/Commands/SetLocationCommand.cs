using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Changes the current location.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>Where to; without it the user's home.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LiteralPath")]
    public string Path { get; set; } = "~";

    /// <summary>Writes the new location.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            PathInfo location = SessionState.Path.SetLocation(Path);
            if (PassThru)
                WriteObject(location);
        }
        catch (ItemNotFoundException missing)
        {
            WriteError(new ErrorRecord(missing, "PathNotFound", ErrorCategory.ObjectNotFound, Path));
        }
    }
}
