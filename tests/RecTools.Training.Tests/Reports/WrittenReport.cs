using System.Xml.Linq;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A report in a folder of its own, removed with it.</summary>
internal sealed class WrittenReport : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectools-report-").FullName;

    private WrittenReport(string name) => FilePath = Path.Combine(folder, name);

    /// <summary>The samples that every kind of report is tested with.</summary>
    public static TheoryData<string> Kinds => [.. Objects.Keys];

    private static Dictionary<string, Func<object[]>> Objects { get; } = new()
    {
        ["measurement"] = () => [ReportSamples.Measurement(rates: true)],
        ["comparison"] = () => [.. ReportSamples.Comparison.Entries],
        ["search"] = () => [ReportSamples.Search],
        ["rules"] = () => [.. ReportSamples.Rules()],
    };

    public string FilePath { get; }

    public string Text => File.ReadAllText(FilePath);

    /// <summary>The page as XML: it is well-formed, or this throws.</summary>
    public XDocument Page => XDocument.Parse(Text[Text.IndexOf("<html", StringComparison.Ordinal)..], LoadOptions.PreserveWhitespace);

    public static WrittenReport Of(string kind, string name = "report.html") => Of(Objects[kind](), name);

    public static WrittenReport Of(object[] objects, string name = "report.html")
    {
        var report = new WrittenReport(name);
        ReportWriter.Write(new ReportRequest { Path = report.FilePath, Objects = objects }, null, SilentObserver.Instance, CancellationToken.None);
        return report;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
