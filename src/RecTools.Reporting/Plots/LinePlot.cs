using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Lines over a common axis, with dots where there are few.</summary>
internal static class LinePlot
{
    private const int MostDots = 40;

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">A line has not as many places as values.</exception>
    public static Figure FigureOf(LineData data, FigureLayout layout)
    {
        foreach (var line in data.Lines)
        {
            PlotCheck.SameLength(line.X.Length, line.Y.Length, nameof(data));
        }

        KeyEntry[] entries = data.Lines.Count < 2 ? [] : [.. data.Lines.Select((line, i) => new KeyEntry(ClusterPalette.ColorOf(i), line.Name))];
        var key = new ColorKey(entries, layout.Width);
        return new Figure
        {
            Title = data.Title,
            Subtitle = string.Join("; ", data.Lines.Select(line => Sentence(line, data.IsShare))),
            Notes = [data.HasDiagonal ? "On the dashed line both axes are equal" : null, data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(320, 260) + key.Height),
            Draw = (canvas, body) =>
            {
                key.Draw(canvas, body.Left, body.Top);
                using var plot = PlotOf(data, body.Width - 70, body.Height - key.Height - 60);
                plot.DrawOn(canvas, new SKRect(body.Left, body.Top + key.Height, body.Right - Theme.LastTickRoom, body.Bottom));
            },
        };
    }

    private static string Sentence(LineSeries line, bool share)
    {
        int[] known = [.. Enumerable.Range(0, line.X.Length).Where(i => double.IsFinite(line.Y[i]))];
        Func<double, string> format = share ? PlotNumbers.Percent : PlotNumbers.Value;
        return known.Length == 0
            ? $"{line.Name}: nothing known"
            : $"{line.Name}: from {format(line.Y[known[0]])} at {format(line.X[known[0]])} to {format(line.Y[known[^1]])} at {format(line.X[known[^1]])}";
    }

    private static Plot PlotOf(LineData data, float width, float height)
    {
        var plot = Theme.NewPlot();
        Func<double, string>? format = data.IsShare ? PlotNumbers.FinePercent : null;
        plot.Axes.Bottom.TickGenerator = Theme.NewTicks(format, data.IsWhole);
        plot.Axes.Left.TickGenerator = Theme.NewTicks(format);
        Theme.Name(plot.Axes.Bottom, data.LabelX, width);
        Theme.Name(plot.Axes.Left, data.LabelY, height);
        var points = data.Lines.SelectMany(line => line.X.Zip(line.Y)).Where(point => double.IsFinite(point.Second)).ToList();
        var (left, right) = RangeOf([.. points.Select(point => point.First)], data.IsShare);
        var (bottom, top) = RangeOf([.. points.Select(point => point.Second)], data.IsShare);
        if (data.HasDiagonal)
        {
            (left, right) = (bottom, top) = (Math.Min(left, bottom), Math.Max(right, top));
            var diagonal = plot.Add.Line(left, left, right, right);
            diagonal.LinePattern = LinePattern.DenselyDashed;
            diagonal.LineColor = Theme.Quiet;
        }

        for (var i = 0; i < data.Lines.Count; i++)
        {
            Add(plot, data.Lines[i], i);
        }

        plot.Axes.SetLimits(left, right, bottom, top);
        return plot;
    }

    private static void Add(Plot plot, LineSeries line, int place)
    {
        int[] known = [.. Enumerable.Range(0, line.X.Length).Where(i => double.IsFinite(line.Y[i]))];
        var added = plot.Add.Scatter(Array.ConvertAll(known, i => line.X[i]), Array.ConvertAll(known, i => line.Y[i]), ClusterPalette.ColorOf(place));
        added.LineWidth = 2;
        added.MarkerStyle = ClusterPalette.MarkOf(place, known.Length <= MostDots ? 6 : 0.01f, alpha: 1);
    }

    private static (double From, double To) RangeOf(double[] values, bool share)
    {
        if (share)
        {
            return (0, 1.02);
        }

        var (from, to) = values.Length == 0 ? (0, 1) : (values.Min(), values.Max());
        var room = to > from ? (to - from) * 0.05 : Math.Max(Math.Abs(to) * 0.1, 0.5);
        return (from - room, to + room);
    }
}
