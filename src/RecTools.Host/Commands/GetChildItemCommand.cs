using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>What folders and other containers hold.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem")]
public sealed class GetChildItemCommand : PSCmdlet
{
    /// <summary>The containers; wildcards are allowed. Without any, the current location.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    /// <summary>A pattern for the names.</summary>
    [Parameter(Position = 1)]
    public string Filter { get; set; } = "*";

    /// <summary>What is in the containers' containers too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Hidden items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Files only.</summary>
    [Parameter]
    public SwitchParameter File { get; set; }

    /// <summary>Folders only.</summary>
    [Parameter]
    public SwitchParameter Directory { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WildcardPattern pattern = WildcardPattern.Get(Filter, WildcardOptions.IgnoreCase);
        foreach (string path in Path)
        {
            try
            {
                foreach (PSObject item in InvokeProvider.ChildItem.Get([path], Recurse, Force, literalPath: false))
                {
                    bool isContainer = LanguagePrimitives.IsTrue(item.Properties["PSIsContainer"]?.Value);
                    if (File && isContainer || Directory && !isContainer)
                        continue;
                    if (pattern.IsMatch(item.Properties["PSChildName"]?.Value?.ToString() ?? ""))
                        WriteObject(item);
                }
            }
            catch (ItemNotFoundException missing)
            {
                WriteError(new ErrorRecord(missing, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
        }
    }
}
