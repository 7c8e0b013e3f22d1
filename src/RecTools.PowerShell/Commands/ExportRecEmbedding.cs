using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>
/// Writes the numbers that a stored model describes items or users by: to one CSV or TSV file, to a folder as embedding projectors take them, or to a table.
/// </summary>
[Cmdlet(VerbsData.Export, "RecEmbedding", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(FileInfo), ParameterSetName = ["Path"])]
[OutputType(typeof(PublishedTable), ParameterSetName = ["Table"])]
public sealed class ExportRecEmbedding : ModelCmdlet
{
    /// <summary>A file that ends in <c>.csv</c> or <c>.tsv</c>, or else a folder, for <c>vectors.tsv</c> and <c>metadata.tsv</c>.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 1)]
    public string Path { get; set; } = "";

    /// <summary>A table of its own to make, with one row for each number: UserId or ItemId, Position from 1, Value.</summary>
    [Parameter(ParameterSetName = "Table", Mandatory = true)]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string Table { get; set; } = "";

    /// <summary>Writes the users rather than the items.</summary>
    [Parameter]
    public SwitchParameter User { get; set; }

    /// <summary>Replaces a table or files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isTable = ParameterSetName == "Table";
        var target = isTable ? Table : FullPath(Path);
        if (!ShouldProcess(target, $"Write the embeddings of the model '{ModelName}'"))
        {
            return;
        }

        if (isTable)
        {
            WriteObject(Guard(() => Server.Embeddings().WriteTable(Database, target, User, Force, Cancellation)));
        }
        else
        {
            WriteFiles(target);
        }
    }

    private void WriteFiles(string path)
    {
        var files = Guard<IReadOnlyList<string>>(() =>
        {
            var embeddings = Server.Embeddings();
            if (System.IO.Path.GetExtension(path).ToUpperInvariant() is not (".CSV" or ".TSV"))
            {
                return embeddings.WriteProjection(path, User, Force);
            }

            embeddings.WriteFile(path, User, Force);
            return [path];
        });
        foreach (var file in files)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
