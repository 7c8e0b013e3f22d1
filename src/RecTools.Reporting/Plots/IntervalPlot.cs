using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Values as dots on a common axis, each with its interval as a line (Cleveland 1984).</summary>
internal static class IntervalPlot
{
    private const float RowHeight = 26;
    private const float TopRoom = 6;
    private const float FootRoom = 50;
    private const float ValueRoom = 62;

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Figure FigureOf(IntervalData data, FigureLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Marks.Count, nameof(data));
        string[] names = [.. data.Marks.Select(mark => TextPainter.Fit(mark.Name, layout.Choose(300f, 122f), Theme.Body))];
        var left = names.Max(name => TextPainter.Width(name, Theme.Body)) + 16;
        return new Figure
        {
            Title = data.Title,
            Subtitle = Sentence(data),
            Notes = [data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround((data.Marks.Count * RowHeight) + TopRoom + FootRoom),
            Draw = (canvas, body) =>
            {
                using var plot = PlotOf(data, names, body.Width - left - ValueRoom);
                plot.Layout.Fixed(new PixelPadding(left, ValueRoom, FootRoom, TopRoom));
                plot.DrawOn(canvas, body);
                for (var i = 0; i < names.Length; i++)
                {
                    var baseline = body.Top + TopRoom + ((i + 0.5f) * RowHeight) + 4.5f;
                    TextPainter.Write(canvas, Text(data.Marks[i].Value), body.Right - 4, baseline, Theme.Body, SKTextAlign.Right);
                }
            },
        };
    }

    private static string Sentence(IntervalData data)
    {
        var (low, high) = (data.Marks.MinBy(mark => mark.Value)!, data.Marks.MaxBy(mark => mark.Value)!);
        var intervals = data.Marks.Any(mark => mark.Lower is not null) ? "; lines are 95 % intervals" : "";
        var reference = data.Reference is { } value ? $"; the dashed line is {data.ReferenceName} ({Text(value)})" : "";
        return data.Marks.Count == 1
            ? $"{data.Label}: {low.Name} {Text(low.Value)}{intervals}{reference}"
            : $"{data.Label}: from {Text(low.Value)} ({low.Name}) to {Text(high.Value)} ({high.Name}){intervals}{reference}";
    }

    private static string Text(double value) => Math.Abs(value) < 10 ? PlotNumbers.Quality(value) : PlotNumbers.Value(value);

    private static Plot PlotOf(IntervalData data, string[] names, float width)
    {
        var plot = Theme.NewPlot();
        var rows = data.Marks.Count;
        Theme.Ticks(plot.Axes.Left, [.. Enumerable.Range(0, rows).Select(row => rows - row - 0.5)], names);
        plot.Axes.Left.TickLabelStyle.FontSize = Theme.Body.Size;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        Theme.Name(plot.Axes.Bottom, data.Label, width);
        if (data.Reference is { } reference)
        {
            plot.Add.VerticalLine(reference, 1.5f, Theme.Quiet, LinePattern.DenselyDashed);
        }

        for (var row = 0; row < rows; row++)
        {
            var (mark, y) = (data.Marks[row], rows - row - 0.5);
            var color = ClusterPalette.ColorOf(mark.Group);
            if (mark is { Lower: { } lower, Upper: { } upper })
            {
                var line = plot.Add.Line(lower, y, upper, y);
                line.LineColor = color;
                line.LineWidth = 2.5f;
            }

            plot.Add.Marker(mark.Value, y, MarkerShape.FilledCircle, 9, color);
        }

        var (from, to) = RangeOf(data);
        plot.Axes.SetLimits(from, to, 0, rows);
        return plot;
    }

    private static (double From, double To) RangeOf(IntervalData data)
    {
        var ends = data.Marks.SelectMany(mark => new[] { mark.Value, mark.Lower ?? mark.Value, mark.Upper ?? mark.Value }).Append(data.Reference ?? data.Marks[0].Value).ToList();
        var (from, to) = (ends.Min(), ends.Max());
        var room = to > from ? (to - from) * 0.06 : Math.Max(Math.Abs(to) * 0.1, 0.01);
        return (from - room, to + room);
    }
}
