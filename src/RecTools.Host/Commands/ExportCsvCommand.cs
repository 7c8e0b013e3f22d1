using System.Collections;
using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>Writes objects to a delimited text file; the first object's properties are the columns.</summary>
[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true)]
public sealed class ExportCsvCommand : PSCmdlet, IDisposable
{
    private StreamWriter? writer;
    private string[]? columns;

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>Between the columns.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Adds rows to a file that has its header already.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>A file that is there is an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Taken for the sake of older scripts: no type is written anyway.</summary>
    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    /// <summary>How to store the text.</summary>
    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = TextFiles.DefaultEncoding;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (columns is null)
        {
            columns = Columns();
            if (!ShouldProcess(Path))
                return;
            bool headed = Append && new FileInfo(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path)) is { Exists: true, Length: > 0 };
            writer = TextFiles.Open(this, Path, Append, NoClobber, Encoding);
            if (!headed)
                writer.WriteLine(CsvText.Row(columns, Delimiter));
        }

        writer?.WriteLine(CsvText.Row(columns.Select(ValueOf), Delimiter));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
    }

    private string[] Columns() => InputObject.BaseObject is IDictionary table
        ? [.. table.Keys.Cast<object>().Select(key => key.ToString() ?? "")]
        : [.. InputObject.Properties.Select(property => property.Name)];

    private string? ValueOf(string column)
    {
        object? value = InputObject.BaseObject is IDictionary table ? table[column] : InputObject.Properties[column]?.Value;
        return value?.ToString();
    }
}
