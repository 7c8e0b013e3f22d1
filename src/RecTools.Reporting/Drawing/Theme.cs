using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The look that all plots share: white ground, dark text, faint grid, no frame where nothing is measured.</summary>
internal static class Theme
{
    /// <summary>Room for the half of the last number below an axis that stands beyond its end.</summary>
    public const float LastTickRoom = 20;

    private const float LabelSize = 14;
    private const float TickSize = 12;

    static Theme() => Typefaces.Register();

    /// <summary>Colour of text.</summary>
    public static Color Ink { get; } = Color.FromHex("#222222");

    /// <summary>Colour of text on a pale colour that stays pale on a dark page, where ink becomes light.</summary>
    public static Color OnPale { get; } = Color.FromHex("#212121");

    /// <summary>Colour of text on a dark colour that stays dark on a dark page, where the ground of a plot becomes dark.</summary>
    public static Color OnDark { get; } = Color.FromHex("#FEFEFE");

    /// <summary>Colour of what stands back.</summary>
    public static Color Quiet { get; } = Color.FromHex("#5F6368");

    /// <summary>Colour of the grid.</summary>
    public static Color Faint { get; } = Color.FromHex("#E8E8E8");

    /// <summary>Text of a plot's body.</summary>
    public static TextLook Body { get; } = new(13, SkiaInk);

    /// <summary>Text that stands back.</summary>
    public static TextLook Small { get; } = new(TickSize, Quiet.ToSKColor());

    private static SKColor SkiaInk => Ink.ToSKColor();

    /// <summary>An empty plot.</summary>
    public static Plot NewPlot()
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.White;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Grid.MajorLineColor = Faint;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left, plot.Axes.Top })
        {
            axis.Label.Bold = false;
            axis.Label.FontSize = LabelSize;
            axis.Label.ForeColor = Ink;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.TickLabelStyle.ForeColor = Ink;
            axis.FrameLineStyle.Color = Quiet;
            axis.MajorTickStyle.Color = Quiet;
        }

        plot.Axes.Bottom.TickGenerator = NewTicks();
        plot.Axes.Left.TickGenerator = NewTicks();
        return plot;
    }

    /// <summary>Draws a plot into a rectangle, once.</summary>
    /// <remarks>A first render settles the axes and is repeated for that; so it goes nowhere, or every mark would be there twice.</remarks>
    public static void DrawOn(this Plot plot, SKCanvas canvas, SKRect room)
    {
        var rectangle = new PixelRect(room.Left, room.Right, room.Bottom, room.Top);
        using var nowhere = new SKNoDrawCanvas((int)room.Right, (int)room.Bottom);
        plot.Render(nowhere, rectangle);
        plot.Render(canvas, rectangle);
    }

    /// <summary>Ticks at round numbers.</summary>
    /// <param name="format">How the numbers are written; null for as they are.</param>
    /// <param name="whole">Whether only whole numbers have one.</param>
    public static NumericAutomatic NewTicks(Func<double, string>? format = null, bool whole = false) => new()
    {
        LabelFormatter = format ?? PlotNumbers.Tick, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1), TickDensity = 0.55, IntegerTicksOnly = whole,
    };

    /// <summary>Names an axis.</summary>
    public static void Name(IAxis axis, string label, float width)
    {
        axis.Label.Text = TextPainter.Fit(label, width, Body with { Size = LabelSize });
        axis.Label.Font = Typefaces.For(axis.Label.Text, bold: false);
    }

    /// <summary>Writes texts at places of an axis, in the place of numbers.</summary>
    public static void Ticks(IAxis axis, double[] places, string[] texts)
    {
        axis.TickGenerator = new NumericManual(places, texts);
        axis.TickLabelStyle.Font = Typefaces.For(string.Concat(texts), bold: false);
        axis.MajorTickStyle.Length = 0;
    }

    /// <summary>Writes texts below an axis at the places from 0 on, upright where they are too long to lie; gives the room that this takes.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="width">Width that each has, in pixels.</param>
    /// <param name="look">How they look.</param>
    public static float TicksBelow(IAxis axis, string[] texts, float width, TextLook look)
    {
        Ticks(axis, [.. Enumerable.Range(0, texts.Length).Select(place => (double)place)], texts);
        axis.TickLabelStyle.FontSize = look.Size;
        axis.TickLabelStyle.OffsetY = 3;
        var widest = texts.Max(text => TextPainter.Width(text, look));
        if (widest <= width - 6)
        {
            return 28;
        }

        axis.TickLabelStyle.Rotation = -90;
        axis.TickLabelStyle.Alignment = Alignment.MiddleRight;
        return widest + 18;
    }
}
