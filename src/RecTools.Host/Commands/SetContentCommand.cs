using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Writes lines to a file in place of what it holds.</summary>
[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true)]
public sealed class SetContentCommand : ContentWriterCommand
{
    /// <inheritdoc/>
    protected override bool Append => false;
}
