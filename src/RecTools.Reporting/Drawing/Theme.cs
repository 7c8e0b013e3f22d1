using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The look that all plots share: white ground, dark text, faint grid, no frame where nothing is measured.</summary>
internal static class Theme
{
    private const float LabelSize = 14;
    private const float TickSize = 12;

    static Theme() => Typefaces.Register();

    /// <summary>Colour of text.</summary>
    public static Color Ink { get; } = Color.FromHex("#222222");

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
    public static NumericAutomatic NewTicks() =>
        new() { LabelFormatter = PlotNumbers.Tick, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1), TickDensity = 0.55 };

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
}
