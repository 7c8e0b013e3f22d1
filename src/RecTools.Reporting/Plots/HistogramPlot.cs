using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Bars over ranges, with the counts above them.</summary>
internal static class HistogramPlot
{
    private const float LeftRoom = 70;
    private const float RightRoom = 8;
    private const float TopRoom = 20;

    private static readonly TextLook LabelLook = Theme.Body with { Size = 14 };

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">There is no range, or not as many counts as ranges.</exception>
    public static Figure FigureOf(HistogramData data, FigureLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Ranges.Count, nameof(data));
        PlotCheck.SameLength(data.Ranges.Count, data.Counts.Length, nameof(data));
        var most = Array.IndexOf(data.Counts, data.Counts.Max());
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(data.Counts.Sum())} {data.Noun}; most, {PlotNumbers.Count(data.Counts[most])}, at {data.Ranges[most]} ({data.LabelX})",
            Notes = [data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(250, 220)),
            Draw = (canvas, body) =>
            {
                using var plot = PlotOf(data, body.Width, body.Height);
                plot.DrawOn(canvas, body);

                // The library would write it over texts that stand upright.
                var label = TextPainter.Fit(data.LabelX, body.Width - LeftRoom, LabelLook);
                TextPainter.Write(canvas, label, (body.Left + LeftRoom + body.Right - RightRoom) / 2, body.Bottom - 5, LabelLook, SKTextAlign.Center);
            },
        };
    }

    private static Plot PlotOf(HistogramData data, float width, float height)
    {
        var plot = Theme.NewPlot();
        plot.Grid.XAxisStyle.IsVisible = false;
        var cell = (width - LeftRoom - RightRoom) / data.Ranges.Count;
        var color = ClusterPalette.ColorOf(0);
        for (var i = 0; i < data.Counts.Length; i++)
        {
            var bar = plot.Add.Rectangle(i - 0.4, i + 0.4, 0, data.Counts[i]);
            (bar.FillColor, bar.LineColor, bar.LineWidth) = (color, color, 0);
            var count = PlotNumbers.Count(data.Counts[i]);
            if (TextPainter.Width(count, Theme.Small) <= cell - 2)
            {
                var text = plot.Add.Text(count, i, data.Counts[i]);
                (text.LabelFontSize, text.LabelFontColor, text.Alignment, text.OffsetY) = (Theme.Small.Size, Theme.Ink, Alignment.LowerCenter, -2);
            }
        }

        string[] ranges = [.. data.Ranges.Select(range => TextPainter.Fit(range, 110, Theme.Small))];
        var foot = Theme.TicksBelow(plot.Axes.Bottom, ranges, cell, Theme.Small);
        Theme.Name(plot.Axes.Left, $"Number of {data.Noun}", height - foot - 40);
        plot.Layout.Fixed(new PixelPadding(LeftRoom, RightRoom, foot + 20, TopRoom));
        plot.Axes.SetLimits(-0.6, data.Counts.Length - 0.4, 0, Math.Max(1, data.Counts.Max()) * 1.02);
        return plot;
    }
}
