using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>What the colours of deviations mean: a row of swatches with its ends and its middle named.</summary>
internal static class DivergingKey
{
    private const int Swatches = 13;
    private const float SwatchWidth = 22;
    private const float SwatchHeight = 12;

    /// <summary>Draws it from a corner on; the unit stands beside it where there is room up to an edge.</summary>
    public static void Draw(SKCanvas canvas, float left, float top, DivergingScale scale, float right)
    {
        using var paint = new SKPaint();
        for (var i = 0; i < Swatches; i++)
        {
            paint.Color = scale.ColorOf(((2.0 * i / (Swatches - 1)) - 1) * scale.Limit).ToSKColor();
            canvas.DrawRect(left + (i * SwatchWidth), top, SwatchWidth, SwatchHeight, paint);
        }

        var baseline = top + SwatchHeight + 14;
        var limit = PlotNumbers.Value(scale.Limit);
        TextPainter.Write(canvas, $"−{limit} or less", left, baseline, Theme.Small);
        TextPainter.Write(canvas, "0", left + (Swatches * SwatchWidth / 2), baseline, Theme.Small, SKTextAlign.Center);
        TextPainter.Write(canvas, $"+{limit} or more", left + (Swatches * SwatchWidth), baseline, Theme.Small, SKTextAlign.Right);
        const string Unit = "standard deviations of all points";
        var unitLeft = left + (Swatches * SwatchWidth) + 14;
        if (unitLeft + TextPainter.Width(Unit, Theme.Small) <= right)
        {
            TextPainter.Write(canvas, Unit, unitLeft, top + 11, Theme.Small);
        }
    }
}
