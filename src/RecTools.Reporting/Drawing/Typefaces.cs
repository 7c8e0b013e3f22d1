using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The fonts of all plots: Liberation Sans, which comes along, and what the system has for characters that it lacks.</summary>
internal sealed class Typefaces : IFontResolver
{
    /// <summary>Name of the font that comes along.</summary>
    public const string Family = "Liberation Sans";

    private static readonly SKTypeface Regular = Load("LiberationSans-Regular.ttf");
    private static readonly SKTypeface Bold = Load("LiberationSans-Bold.ttf");

    private Typefaces()
    {
    }

    /// <summary>Makes it the font of all that ScottPlot writes.</summary>
    public static void Register()
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new Typefaces());
        ScottPlot.Fonts.Default = Family;
    }

    /// <summary>A typeface that has all characters of a text, as far as one can be found.</summary>
    public static SKTypeface For(string text, bool bold)
    {
        var ours = bold ? Bold : Regular;
        foreach (var rune in text.EnumerateRunes())
        {
            if (ours.GetGlyph(rune.Value) == 0)
            {
                return SKFontManager.Default.MatchCharacter(null, bold ? SKFontStyle.Bold : SKFontStyle.Normal, null, rune.Value) ?? ours;
            }
        }

        return ours;
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Family ? null : weight >= FontWeight.SemiBold ? Bold : Regular;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName != Family ? null : bold ? Bold : Regular;

    private static SKTypeface Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream);
    }
}
