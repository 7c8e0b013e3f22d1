using System.Globalization;
using System.Xml.Linq;

namespace RecTools.Reporting;

/// <summary>Tables of a page: each in a box of its own that scrolls sideways where the page is narrow.</summary>
internal static class HtmlTable
{
    /// <summary>The table with its box and its note.</summary>
    public static IEnumerable<XElement> Of(TableBlock table)
    {
        yield return Tag.Of(
            "div",
            Tag.Class("scroll"),
            Tag.With("tabindex", "0"),
            Tag.With("role", "region"),
            Tag.With("aria-label", table.Title),
            Tag.Of(
                "table",
                table.IsSortable ? Tag.Class("sortable") : null,
                Tag.Of("caption", table.Title),
                Tag.Of("thead", Tag.Of("tr", table.Columns.Select(column => Tag.Of("th", Tag.With("scope", "col"), ClassOf(column.Format), column.Title)))),
                Tag.Of("tbody", table.Rows.Select(row => RowOf(table, row)))));
        if (table.Note is { } note)
        {
            yield return Tag.Of("p", Tag.Class("note"), note);
        }
    }

    private static XElement RowOf(TableBlock table, object?[] row) => Tag.Of("tr", row.Select((value, i) =>
    {
        var format = table.Columns[i].Format;
        var key = table.IsSortable && SortKeyOf(value) is { } number ? Tag.With("data-key", number) : null;
        return i == 0
            ? Tag.Of("th", Tag.With("scope", "row"), ClassOf(format), key, CellText.Of(value, format))
            : Tag.Of("td", ClassOf(format), key, CellText.Of(value, format));
    }));

    private static string? SortKeyOf(object? value) => CellText.SortKeyOf(value)?.ToString("R", CultureInfo.InvariantCulture);

    private static XAttribute? ClassOf(CellFormat format) => CellText.IsNumeric(format) ? Tag.Class("n") : format == CellFormat.Code ? Tag.Class("code") : null;
}
