using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Adds lines to a file.</summary>
[Cmdlet(VerbsCommon.Add, "Content", SupportsShouldProcess = true)]
public sealed class AddContentCommand : ContentWriterCommand
{
    /// <inheritdoc/>
    protected override bool Append => true;
}
