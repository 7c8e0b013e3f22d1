using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Figures as SVG in which text is text, so that it can be searched, copied and read aloud.</summary>
internal static partial class SvgPicture
{
    private static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), NewLineChars = "\n", Indent = true, IndentChars = "" };
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a figure.</summary>
    public static byte[] Encode(Figure figure) => Write(Draw(figure, figure.Width, figure.Height, figure.DrawOn));

    /// <summary>Draws the plot of a figure alone.</summary>
    public static XElement DrawBody(Figure figure) => Draw(figure, figure.BodyWidth, figure.BodyHeight, figure.DrawBodyOn).Root!;

    private static XDocument Draw(Figure figure, int width, int height, Action<SKCanvas> draw)
    {
        using var drawn = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), drawn))
        {
            draw(canvas);
        }

        drawn.Position = 0;
        var document = XDocument.Load(drawn);
        Unclip(document);
        Describe(document.Root!, figure, width, height);
        foreach (var text in document.Descendants(Svg + "text"))
        {
            Tidy(text);
        }

        foreach (var attribute in document.Root!.Descendants().Attributes())
        {
            attribute.Value = LongNumber().Replace(attribute.Value, number => Round(number.ValueSpan));
        }

        return document;
    }

    // Nothing is drawn beyond its axes, and the names of the clips are numbered through the process, so that no two pictures would be equal.
    private static void Unclip(XDocument document)
    {
        document.Descendants(Svg + "clipPath").Remove();
        document.Descendants().Attributes("clip-path").Remove();
    }

    private static void Describe(XElement root, Figure figure, int width, int height)
    {
        root.SetAttributeValue("viewBox", $"0 0 {width} {height}");
        root.SetAttributeValue("role", "img");
        root.AddFirst(new XElement(Svg + "title", TextPainter.Clean(figure.Title)), new XElement(Svg + "desc", TextPainter.Clean(figure.Description)));
    }

    // The drawing library pads the text and gives each letter its own place. The first is enough, with the length:
    // Arial, which a reader may have instead, is as wide.
    private static void Tidy(XElement text)
    {
        text.Value = text.Value.Trim('\n', '\t');
        foreach (var place in text.Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y"))
        {
            place.Value = place.Value.Split(',')[0];
        }

        var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        var look = new TextLook(size, SKColors.Black, Bold: text.Attribute("font-weight") is not null);
        text.SetAttributeValue("textLength", TextPainter.Width(text.Value, look).ToString(CultureInfo.InvariantCulture));
        text.SetAttributeValue("font-family", $"{Typefaces.Family}, Arial, Helvetica, sans-serif");
    }

    /// <summary>Two digits behind the point are more than an eye sees, and a third of the size.</summary>
    private static string Round(ReadOnlySpan<char> number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+\.\d{3,}(?![\deE])")]
    private static partial Regex LongNumber();

    private static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Layout))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }
}
