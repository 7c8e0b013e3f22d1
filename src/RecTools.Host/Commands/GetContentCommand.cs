using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>The lines of files, or their whole text.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class GetContentCommand : PathCommand
{
    /// <summary>The whole text as one string.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>How many lines from the start.</summary>
    [Parameter]
    [Alias("First", "Head")]
    [ValidateRange(0, int.MaxValue)]
    public int? TotalCount { get; set; }

    /// <summary>How many lines from the end.</summary>
    [Parameter]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>How the text is stored; a mark at its start goes first.</summary>
    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = TextFiles.DefaultEncoding;

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForEachGiven(path =>
    {
        foreach (string file in ResolveFiles(path))
        {
            if (Directory.Exists(file))
                throw new UnauthorizedAccessException($"Access to the path '{file}' is denied: it is a folder.");
            if (Raw)
                WriteObject(File.ReadAllText(file, Encoding));
            else
                WriteLines(file);
        }
    });

    private void WriteLines(string file)
    {
        IEnumerable<string> lines = File.ReadLines(file, Encoding);
        if (TotalCount is { } first)
            lines = lines.Take(first);
        if (Tail is { } last)
            lines = lines.TakeLast(last);
        foreach (string line in lines)
        {
            if (Stopping)
                return;
            WriteObject(line);
        }
    }
}
