using System.Text.Encodings.Web;
using System.Text.Json;

namespace RecTools.Reporting;

/// <summary>A report for programs: names in camel case that stay, tables as lists of objects, numbers unrounded, spans of time in seconds.</summary>
internal static class JsonReport
{
    // The file is no part of a page.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    public static byte[] Write(Report report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteString("title", report.Title);
            json.WriteString("kind", report.Kind);
            json.WriteString("summary", report.Summary);
            json.WriteString("createdAt", report.CreatedAt);
            json.WriteString("version", report.Version);
            json.WriteStartObject("sections");
            foreach (var section in report.Sections)
            {
                json.WriteStartObject(section.Id);
                json.WriteString("title", section.Title);
                Blocks(json, section.Blocks);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Blocks(Utf8JsonWriter json, IReadOnlyList<ReportBlock> blocks)
    {
        json.WriteStartArray("blocks");
        foreach (var block in blocks)
        {
            json.WriteStartObject();
            Block(json, block);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Block(Utf8JsonWriter json, ReportBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                json.WriteString("type", "text");
                json.WriteString("text", text.Text);
                break;
            case NoticeBlock notice:
                json.WriteString("type", notice.IsWarning ? "warning" : "notice");
                json.WriteString("title", notice.Title);
                json.WriteString("text", notice.Text);
                break;
            case FactsBlock facts:
                json.WriteString("type", "facts");
                json.WriteStartObject("facts");
                foreach (var fact in facts.Facts)
                {
                    JsonValue.Write(json, fact.Name, fact.Value);
                }

                json.WriteEndObject();
                break;
            case TableBlock table:
                Table(json, "table", table);
                break;
            case FigureBlock figure:
                Table(json, "figure", figure.Numbers);
                break;
            case FoldedBlock folded:
                json.WriteString("type", "group");
                json.WriteString("title", folded.Title);
                Blocks(json, folded.Blocks);
                break;
            default:
                throw new ArgumentException($"JSON cannot hold {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Table(Utf8JsonWriter json, string type, TableBlock table)
    {
        json.WriteString("type", type);
        json.WriteString("title", table.Title);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                JsonValue.Write(json, table.Columns[i].Name, row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
