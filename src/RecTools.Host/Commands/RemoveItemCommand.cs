using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Removes files and folders.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItemCommand : PathCommand
{
    /// <summary>Removes folders that hold something.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Removes hidden and read-only files too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEachGiven(path =>
    {
        bool named = IsLiteral || !WildcardPattern.ContainsWildcardCharacters(path);
        if (named && !InvokeProvider.Item.Exists(path, force: true, literalPath: true))
            throw Missing(path);
        if (ShouldProcess(path))
            InvokeProvider.Item.Remove([path], Recurse, Force, IsLiteral);
    });
}
