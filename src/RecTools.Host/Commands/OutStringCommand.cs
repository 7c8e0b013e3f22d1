using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>The text that objects would be shown as.</summary>
[Cmdlet(VerbsData.Out, "String")]
[OutputType(typeof(string))]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private readonly StringWriter text = new();

    /// <summary>Columns of a line; without it those of the host.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <summary>A string a line.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        EngineInternals.WriteFormattedTo(this, text, Width ?? Math.Max(Host.UI.RawUI.BufferSize.Width - 1, 2));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        string all = text.ToString();
        if (!Stream)
        {
            WriteObject(all);
            return;
        }

        using StringReader lines = new(all);
        while (lines.ReadLine() is { } line)
            WriteObject(line);
    }

    /// <inheritdoc/>
    protected override void InternalDispose()
    {
        base.InternalDispose();
        text.Dispose();
    }
}
