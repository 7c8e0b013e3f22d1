using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace RecTools.Reporting;

/// <summary>A report as one page that needs nothing else: no script of others, no font, no picture, no network.</summary>
internal sealed class HtmlReport
{
    private static readonly XmlWriterSettings Layout = new()
    {
        Encoding = new UTF8Encoding(false), NewLineChars = "\n", OmitXmlDeclaration = true, Indent = false,
    };

    private readonly HtmlFigure figures = new();

    private HtmlReport()
    {
    }

    /// <summary>The page.</summary>
    public static byte[] Write(Report report)
    {
        var page = new HtmlReport().Page(report);
        using var stream = new MemoryStream();
        stream.Write("<!DOCTYPE html>\n"u8);
        using (var writer = XmlWriter.Create(stream, Layout))
        {
            page.Save(writer);
        }

        return stream.ToArray();
    }

    private XElement Page(Report report)
    {
        var script = Embedded("report.js");
        var style = Embedded("report.css").Replace("/*light*/", PageColors.Light, StringComparison.Ordinal).Replace("/*dark*/", PageColors.Dark, StringComparison.Ordinal);
        return Tag.Of(
            "html",
            Tag.With("lang", "en"),
            Tag.Of(
                "head",
                Tag.Of("meta", Tag.With("charset", "utf-8")),
                Tag.Of("meta", Tag.With("http-equiv", "Content-Security-Policy"), Tag.With("content", Policy(Raw(script).Value))),
                Tag.Of("meta", Tag.With("name", "viewport"), Tag.With("content", "width=device-width, initial-scale=1")),
                Tag.Of("meta", Tag.With("name", "color-scheme"), Tag.With("content", "light dark")),
                Tag.Of("meta", Tag.With("name", "generator"), Tag.With("content", $"RecTools {report.Version}")),
                Tag.Of("title", report.Title),
                new XElement("style", Open, Raw(style), Close)),
            Tag.Of(
                "body",
                Tag.Of("a", Tag.Class("skip"), Tag.With("href", "#content"), "To the content"),
                Tag.Of(
                    "header",
                    Tag.Of("p", Tag.Class("kind"), report.Kind),
                    Tag.Of("h1", report.Title),
                    Tag.Of("p", Tag.Class("summary"), report.Summary)),
                report.Sections.Count < 3 ? null : Contents(report),
                Tag.Of("main", Tag.With("id", "content"), report.Sections.Select(SectionOf)),
                Tag.Of("footer", Tag.Of("p", $"Written by RecTools {report.Version} on {CellText.Of(report.CreatedAt, CellFormat.Moment)}.")),
                new XElement("script", Open, Raw(script), Close)));
    }

    // What an XML reader takes as plain text and what a browser takes as comments keeps < and & of scripts and styles as they are.
    private static XText Open => new("/*");

    private static XText Close => new("/**/");

    private static XCData Raw(string text) => new($"*/\n{text.ReplaceLineEndings("\n").TrimEnd()}\n/*");

    private static string Policy(string script)
    {
        // A browser hashes all that stands between the tags.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"/*<![CDATA[{script}]]>/**/")));
        return $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static XElement Contents(Report report) => Tag.Of(
        "nav",
        Tag.With("aria-label", "Contents"),
        Tag.Of("ul", report.Sections.Select(section => Tag.Of("li", Tag.Of("a", Tag.With("href", "#" + section.Id), section.Title)))));

    private XElement SectionOf(ReportSection section) => Tag.Of(
        "section",
        Tag.With("id", section.Id),
        Tag.With("aria-labelledby", section.Id + "Title"),
        Tag.Of("h2", Tag.With("id", section.Id + "Title"), section.Title),
        section.Blocks.Select(BlockOf));

    private object BlockOf(ReportBlock block) => block switch
    {
        TextBlock text => Tag.Of("p", text.Text),
        NoticeBlock notice => Tag.Of(
            "div", Tag.Class(notice.IsWarning ? "notice warning" : "notice"), Tag.With("role", "note"), Tag.Of("strong", notice.Title), Tag.Of("p", notice.Text)),
        FactsBlock facts => Tag.Of("dl", facts.Facts.Select(fact => Tag.Of(
            "div", Tag.Of("dt", fact.Label), Tag.Of("dd", fact.Format == CellFormat.Code ? Tag.Class("code") : null, CellText.Of(fact.Value, fact.Format))))),
        TableBlock table => HtmlTable.Of(table),
        FigureBlock figure => figures.Of(figure),
        FoldedBlock folded => Tag.Of("details", Tag.Class("folded"), Tag.Of("summary", folded.Title), folded.Blocks.Select(BlockOf)),
        _ => throw new ArgumentException($"A page cannot show {block.GetType().Name}.", nameof(block)),
    };

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
