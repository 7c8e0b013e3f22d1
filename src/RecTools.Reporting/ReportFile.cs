namespace RecTools.Reporting;

/// <summary>Writes reports to files.</summary>
public static class ReportFile
{
    /// <summary>The format that a path's ending names, unless one is asked for.</summary>
    public static ReportFormat FormatOf(string path, ReportFormat asked) => asked != ReportFormat.Auto ? asked : Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => ReportFormat.Markdown,
        ".JSON" => ReportFormat.Json,
        _ => ReportFormat.Html,
    };

    /// <summary>Writes a report; the file appears whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">As what.</param>
    /// <exception cref="RecException"><c>FileUnwritable</c>, or <c>PlotsUnsupported</c> where the drawing library does not run.</exception>
    public static void Write(Report report, string path, ReportFormat format) => WholeFile.Write(path, FormatOf(path, format) switch
    {
        ReportFormat.Markdown => MarkdownReport.Write(report),
        ReportFormat.Json => JsonReport.Write(report),
        _ => PlotLibrary.Guard(() => HtmlReport.Write(report), "Write the report as Markdown or JSON, or write it on Windows, Linux or macOS on an x64 or ARM64 processor."),
    });
}
