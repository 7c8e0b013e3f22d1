using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>Writes objects to a file as they would be shown. The engine runs it for <c>&gt;</c> and <c>&gt;&gt;</c> too.</summary>
[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true)]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private TextWriter? writer;

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Path", "LiteralPath")]
    public string FilePath { get; set; } = "";

    /// <summary>How to store the text.</summary>
    [Parameter(Position = 1)]
    [EncodingName]
    public Encoding Encoding { get; set; } = TextFiles.DefaultEncoding;

    /// <summary>Adds to what the file holds.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>A file that is there is an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Columns of a line; without it those of the host.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        writer = ShouldProcess(FilePath) ? TextFiles.Open(this, FilePath, Append, NoClobber, Encoding) : TextWriter.Null;
        EngineInternals.WriteFormattedTo(this, writer, Width ?? Math.Max(Host.UI.RawUI.BufferSize.Width - 1, 2));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        writer?.Flush();
    }

    /// <inheritdoc/>
    protected override void InternalDispose()
    {
        base.InternalDispose();
        writer?.Dispose();
    }
}
