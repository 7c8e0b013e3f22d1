using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Brings a text file, or objects from the pipeline, into a table.</summary>
[Cmdlet(VerbsData.Import, "RecInteraction", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ImportResult))]
public sealed class ImportRecInteraction : ConnectedCmdlet
{
    private readonly List<IReadOnlyDictionary<string, object?>> objects = [];

    /// <summary>CSV or TSV file, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [Alias("FullName")]
    public string Path { get; set; } = "";

    /// <summary>Objects whose properties are the columns; or files, of which each is imported.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Table to write; made if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string Table { get; set; } = "";

    /// <summary>What stands between the columns of a file; without it found out.</summary>
    [Parameter(ParameterSetName = "Path")]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter(ParameterSetName = "Path")]
    public string[]? Header { get; set; }

    /// <summary>Adds rows to a table that exists.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Rows that may be set aside before the import fails and leaves nothing behind: a share below 1, or a count.</summary>
    [Parameter]
    public double MaxRejected { get; set; } = 0.1;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            ImportFile(FullPath(Path));
        }
        else if (InputObject.BaseObject is FileInfo file)
        {
            ImportFile(file.FullName);
        }
        else
        {
            objects.Add(Properties(InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (objects.Count > 0 && ShouldProcess($"{Table} in {Database}", $"Import {objects.Count} objects"))
        {
            WriteObject(Watch($"Importing {Table}", (observer, cancellation) =>
                InteractionImport.FromObjects(Database, objects, Table, Append, MaxRejected, observer, cancellation)));
        }
    }

    private void ImportFile(string path)
    {
        var source = new InteractionSource { Path = path, Delimiter = Delimiter, Header = Header };
        if (ShouldProcess($"{Table} in {Database}", $"Import {source}"))
        {
            WriteObject(Watch($"Importing {Table}", (observer, cancellation) =>
                InteractionImport.FromFile(Database, source, Table, Append, MaxRejected, observer, cancellation)));
        }
    }
}
