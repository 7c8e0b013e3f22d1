using System.Globalization;
using System.Xml.Linq;

namespace RecTools.Reporting;

/// <summary>Plots of a page: drawn for a wide and for a narrow screen, in colours of the page, with their numbers as a table.</summary>
internal sealed class HtmlFigure
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private int pictures;

    /// <summary>The figure.</summary>
    public XElement Of(FigureBlock block)
    {
        var wide = PlotCatalog.FigureOf(block.Plot, FigureLayout.Page);
        var narrow = PlotCatalog.FigureOf(block.Plot, FigureLayout.Phone);
        return Tag.Of(
            "figure",
            Tag.Of("figcaption", Tag.Of("strong", wide.Title), Tag.Of("span", wide.Description)),
            Tag.Of("div", Tag.Class("scroll wide"), Picture(wide)),
            Tag.Of("div", Tag.Class("scroll narrow"), Picture(narrow)),
            Tag.Of("details", Tag.Of("summary", "Numbers as a table"), HtmlTable.Of(block.Numbers)));
    }

    private XElement Picture(Figure figure)
    {
        var picture = SvgPicture.DrawBody(figure);
        PageColors.Apply(picture);
        var id = string.Create(CultureInfo.InvariantCulture, $"p{++pictures}");
        picture.Element(Svg + "title")!.SetAttributeValue("id", id + "t");
        picture.Element(Svg + "desc")!.SetAttributeValue("id", id + "d");
        foreach (var text in picture.Descendants(Svg + "text"))
        {
            // Where a reader's font is wider, letters become narrower rather than crowd together.
            text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        }

        picture.SetAttributeValue("aria-labelledby", $"{id}t {id}d");
        picture.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == "xlink").Remove();
        return picture;
    }
}
