using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>What Set-Content and Add-Content share: each value becomes a line of a file.</summary>
public abstract class ContentWriterCommand : PSCmdlet, IDisposable
{
    private StreamWriter? writer;

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>The lines.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object[]? Value { get; set; }

    /// <summary>No line breaks.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>How to store the text.</summary>
    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = TextFiles.DefaultEncoding;

    /// <summary>Adds to what the file holds.</summary>
    protected abstract bool Append { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (writer is null)
        {
            if (!ShouldProcess(Path))
                return;
            writer = TextFiles.Open(this, Path, Append, keepExisting: false, Encoding);
        }

        foreach (object? value in Value ?? [])
        {
            writer.Write(value?.ToString());
            if (!NoNewline)
                writer.WriteLine();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
        GC.SuppressFinalize(this);
    }
}
