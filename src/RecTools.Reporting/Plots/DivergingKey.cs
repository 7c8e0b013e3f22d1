using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>What the colours of deviations mean: a row of swatches with its ends and its middle named.</summary>
internal static class DivergingKey
{
    private const int Swatches = 13;
    private const float SwatchWidth = 22;
    private const float SwatchHeight = 12;

    /// <summary>Draws it from a corner on.</summary>
    public static void Draw(SKCanvas canvas, float left, float top, DivergingScale scale)
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
        TextPainter.Write(canvas, "standard deviations of all points", left + (Swatches * SwatchWidth) + 14, top + 11, Theme.Small);
    }
}
