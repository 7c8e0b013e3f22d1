using System.Globalization;
using System.Text;

namespace RecTools.Reporting;

/// <summary>A report as GitHub's Markdown: the same text and tables, and of plots their numbers.</summary>
internal static class MarkdownReport
{
    private const int MostNumbers = 60;

    /// <summary>The text.</summary>
    public static byte[] Write(Report report)
    {
        var text = new StringBuilder();
        Paragraph(text, $"# {Escape(report.Title)}");
        Paragraph(text, $"{Escape(report.Kind)}. {Escape(report.Summary)}");
        foreach (var section in report.Sections)
        {
            Paragraph(text, $"## {Escape(section.Title)}");
            Blocks(text, section.Blocks);
        }

        text.Append("---\n\n").Append(CultureInfo.InvariantCulture, $"Written by RecTools {report.Version} on {CellText.Of(report.CreatedAt, CellFormat.Moment)}.\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Blocks(StringBuilder text, IReadOnlyList<ReportBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Block(text, block);
        }
    }

    private static void Block(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case TextBlock paragraph:
                Paragraph(text, Escape(paragraph.Text));
                break;
            case NoticeBlock notice:
                Paragraph(text, $"> **{Escape(notice.Title)}** {Escape(notice.Text)}");
                break;
            case FactsBlock facts:
                Paragraph(text, string.Join('\n', facts.Facts.Select(fact => $"- {Escape(fact.Label)}: {Escape(CellText.Of(fact.Value, fact.Format))}")));
                break;
            case TableBlock table:
                Table(text, table, table.Rows.Count);
                break;
            case FigureBlock figure:
                Table(text, figure.Numbers, MostNumbers);
                break;
            case FoldedBlock folded:
                Paragraph(text, $"### {Escape(folded.Title)}");
                Blocks(text, folded.Blocks);
                break;
            default:
                throw new ArgumentException($"Markdown cannot show {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Table(StringBuilder text, TableBlock table, int most)
    {
        Paragraph(text, $"**{Escape(table.Title)}**");
        Row(text, table.Columns.Select(column => column.Title));
        text.Append('|').AppendJoin('|', table.Columns.Select(column => CellText.IsNumeric(column.Format) ? "---:" : "---")).Append("|\n");
        foreach (var row in table.Rows.Take(most))
        {
            Row(text, row.Select((value, i) => CellText.Of(value, table.Columns[i].Format)));
        }

        text.Append('\n');
        if (table.Rows.Count > most)
        {
            Paragraph(text, $"{PlotNumbers.Count(table.Rows.Count - most)} more rows are left out here.");
        }

        if (table.Note is { } note)
        {
            Paragraph(text, Escape(note));
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");

    private static void Paragraph(StringBuilder text, string paragraph) => text.Append(paragraph).Append("\n\n");

    /// <summary>The text in one line, with what Markdown or HTML would take as its own made plain.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in TextPainter.Clean(text))
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
