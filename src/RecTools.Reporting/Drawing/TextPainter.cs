using System.Text;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>How a text looks.</summary>
/// <param name="Size">Height of the font in pixels.</param>
/// <param name="Color">Colour.</param>
/// <param name="Bold">Whether it is bold.</param>
internal readonly record struct TextLook(float Size, SKColor Color, bool Bold = false);

/// <summary>Measures, shortens and writes lines of text.</summary>
internal static class TextPainter
{
    private const string Ellipsis = "…";

    /// <summary>Writes a line.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="x">Left end, middle or right end, by <paramref name="align"/>.</param>
    /// <param name="baseline">The line that the letters stand on.</param>
    /// <param name="look">How.</param>
    /// <param name="align">What <paramref name="x"/> means.</param>
    public static void Write(SKCanvas canvas, string text, float x, float baseline, TextLook look, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = FontOf(text, look);
        using var paint = new SKPaint { Color = look.Color, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, font, paint);
    }

    /// <summary>How wide a line is, in pixels.</summary>
    public static float Width(string text, TextLook look)
    {
        using var font = FontOf(text, look);
        return font.MeasureText(text);
    }

    /// <summary>The line if it is no wider than that, else as much of its start as is, with an ellipsis.</summary>
    public static string Fit(string text, float width, TextLook look)
    {
        text = Clean(text);
        return Width(text, look) <= width ? text : Start(text, FittingLength(text, width, look));
    }

    /// <summary>The text in so many lines at most, parted at blanks; the last is shortened where the rest does not fit.</summary>
    public static List<string> Wrap(string text, float width, int limit, TextLook look)
    {
        var lines = new List<string>();
        var rest = Clean(text);
        while (lines.Count < limit - 1 && Width(rest, look) > width)
        {
            var end = rest.LastIndexOf(' ', Start(rest, FittingLength(rest, width, look)).Length - 1);
            if (end <= 0)
            {
                break;
            }

            lines.Add(rest[..end]);
            rest = rest[(end + 1)..];
        }

        lines.Add(Fit(rest, width, look));
        return lines;
    }

    /// <summary>The text without what cannot stand in a line or in XML: controls become blanks, broken characters a mark.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? new Rune(' ') : rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        return clean.ToString().Trim();
    }

    /// <summary>How much of the start of a text that is too wide fits with an ellipsis.</summary>
    private static int FittingLength(string text, float width, TextLook look)
    {
        var (fits, tooLong) = (0, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = Width(Start(text, middle), look) <= width ? (middle, tooLong) : (fits, middle);
        }

        return fits;
    }

    private static string Start(string text, int length)
    {
        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd(' ', ',') + Ellipsis;
    }

    private static SKFont FontOf(string text, TextLook look) =>
        new(Typefaces.For(text, look.Bold), look.Size) { Hinting = SKFontHinting.None, Subpixel = true, Edging = SKFontEdging.Antialias };
}
