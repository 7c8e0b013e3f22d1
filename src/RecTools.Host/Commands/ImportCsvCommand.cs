using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>Reads delimited text files into objects, whose values are text.</summary>
[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "Path")]
public sealed class ImportCsvCommand : PathCommand
{
    /// <summary>Between the columns.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>The columns' names, where the file has no line of them.</summary>
    [Parameter]
    public string[]? Header { get; set; }

    /// <summary>How the text is stored; a mark at its start goes first.</summary>
    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = TextFiles.DefaultEncoding;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEachGiven(path =>
    {
        foreach (string file in ResolveFiles(path))
        {
            using StreamReader reader = new(file, Encoding);
            IReadOnlyList<string>? header = Header ?? CsvText.ReadRow(reader, Delimiter);
            while (header is not null && !Stopping && CsvText.ReadRow(reader, Delimiter) is { } row)
                WriteObject(Record(header, row));
        }
    });

    private static PSObject Record(IReadOnlyList<string> header, IReadOnlyList<string> row)
    {
        PSObject record = new();
        for (int i = 0; i < header.Count; i++)
            record.Properties.Add(new PSNoteProperty(header[i], i < row.Count ? row[i] : null));
        return record;
    }
}
