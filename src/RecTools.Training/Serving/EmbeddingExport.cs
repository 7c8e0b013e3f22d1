using System.Globalization;
using System.Text;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Embeddings of a model's users or items for others: a table, one text file with everything, or the pair of files that embedding projectors take.</summary>
public sealed class EmbeddingExport
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);
    private readonly IVectorModel model;
    private readonly Interactions data;

    internal EmbeddingExport(IVectorModel model, Interactions data) => (this.model, this.data) = (model, data);

    /// <summary>Writes a table of a database in one transaction: the id, the position of a number from 1, and the number.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table, which is made.</param>
    /// <param name="ofUsers">Whether the users are written, rather than the items.</param>
    /// <param name="replace">Whether the table may exist.</param>
    /// <param name="cancellation">Stops it; nothing is left behind.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="RecException"><c>TableExists</c>, and what the database throws.</exception>
    public PublishedTable WriteTable(RecConnection connection, string table, bool ofUsers, bool replace, CancellationToken cancellation)
    {
        using var database = Database.Open(connection);
        using var rows = new VectorRows(model, IdsOf(ofUsers), ofUsers);
        return database.InTransaction(() => NewTable.Write(database, table, rows.Table, rows, replace, "another -Table", cancellation));
    }

    /// <summary>Writes a text file with a header: the id, the name where items have names, and the numbers as V1, V2, ...</summary>
    /// <param name="path">The file; tabs set the columns apart if it ends in <c>.tsv</c>, else commas.</param>
    /// <param name="ofUsers">Whether the users are written, rather than the items.</param>
    /// <param name="overwrite">Whether the file may exist.</param>
    /// <exception cref="RecException"><c>FileExists</c>, <c>FileUnwritable</c>.</exception>
    public void WriteFile(string path, bool ofUsers, bool overwrite)
    {
        var separator = Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
        var names = ofUsers ? null : data.ItemNames;
        var text = new StringBuilder().Append(ofUsers ? "UserId" : "ItemId");
        _ = names is null ? text : text.Append(separator).Append("Name");
        for (var k = 1; k <= VectorOf(0, ofUsers).Length; k++)
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"V{k}");
        }

        text.Append('\n');
        for (var row = 0; row < IdsOf(ofUsers).Count; row++)
        {
            text.Append(Quoted(IdsOf(ofUsers).Text(row), separator));
            _ = names is null ? text : text.Append(separator).Append(Quoted(names[row] ?? "", separator));
            foreach (var number in VectorOf(row, ofUsers))
            {
                text.Append(separator).Append(CultureInfo.InvariantCulture, $"{number:R}");
            }

            text.Append('\n');
        }

        Write(path, text, overwrite);
    }

    /// <summary>Writes <c>vectors.tsv</c>, numbers alone, and <c>metadata.tsv</c>, what each line is, into a folder, which is made if need be.</summary>
    /// <remarks>Projectors want a header in the second file if and only if it has several columns.</remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="ofUsers">Whether the users are written, rather than the items.</param>
    /// <param name="overwrite">Whether the files may exist.</param>
    /// <returns>The files.</returns>
    /// <exception cref="RecException"><c>FileExists</c>, <c>FileUnwritable</c>.</exception>
    public IReadOnlyList<string> WriteProjection(string folder, bool ofUsers, bool overwrite)
    {
        var names = ofUsers ? null : data.ItemNames;
        var (vectors, metadata) = (new StringBuilder(), new StringBuilder(names is null ? "" : "ItemId\tName\n"));
        for (var row = 0; row < IdsOf(ofUsers).Count; row++)
        {
            var separator = "";
            foreach (var number in VectorOf(row, ofUsers))
            {
                vectors.Append(separator).Append(CultureInfo.InvariantCulture, $"{number:R}");
                separator = "\t";
            }

            vectors.Append('\n');
            metadata.Append(OnOneLine(IdsOf(ofUsers).Text(row)));
            _ = names is null ? metadata : metadata.Append('\t').Append(OnOneLine(names[row] ?? ""));
            metadata.Append('\n');
        }

        string[] paths = [Path.Combine(folder, "vectors.tsv"), Path.Combine(folder, "metadata.tsv")];
        MakeFolder(folder);
        Array.ForEach(paths, path => WholeFile.RequireFree(path, overwrite));
        Write(paths[0], vectors, overwrite);
        Write(paths[1], metadata, overwrite);
        return paths;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecException(
                "FileUnwritable", RecErrorKind.Access, $"The folder '{folder}' cannot be made: {error.Message}", "Check the path and its permissions.", folder, error);
        }
    }

    private static void Write(string path, StringBuilder text, bool overwrite)
    {
        WholeFile.RequireFree(path, overwrite);
        WholeFile.Write(path, Encoding.GetBytes(text.ToString()));
    }

    private static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny(separator, '"', '\n') < 0 && !text.Contains('\r', StringComparison.Ordinal)
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string OnOneLine(string text) => string.Join(' ', text.Split(['\t', '\n', '\r']));

    private IdSet IdsOf(bool ofUsers) => ofUsers ? data.Users : data.Items;

    private ReadOnlySpan<float> VectorOf(int row, bool ofUsers) => ofUsers ? model.UserVector(row) : model.ItemVector(row);
}
