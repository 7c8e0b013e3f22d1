using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Writes the numbers that a stored model describes items or users by: to one CSV or TSV file, or to a folder as embedding projectors take them.</summary>
[Cmdlet(VerbsData.Export, "RecEmbedding", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportRecEmbedding : ModelCmdlet
{
    /// <summary>A file that ends in <c>.csv</c> or <c>.tsv</c>, or else a folder, for <c>vectors.tsv</c> and <c>metadata.tsv</c>.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string Path { get; set; } = "";

    /// <summary>Writes the users rather than the items.</summary>
    [Parameter]
    public SwitchParameter User { get; set; }

    /// <summary>Replaces files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FullPath(Path);
        if (!ShouldProcess(path, $"Write the embeddings of the model '{ModelName}'"))
        {
            return;
        }

        var files = Guard<IReadOnlyList<string>>(() =>
        {
            var embeddings = Server.Embeddings();
            if (System.IO.Path.GetExtension(path).ToUpperInvariant() is not (".CSV" or ".TSV"))
            {
                return embeddings.WriteProjection(path, User, Force);
            }

            embeddings.WriteTable(path, User, Force);
            return [path];
        });
        foreach (var file in files)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
