using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Silhouette and inertia over the number of clusters, one above the other, with the chosen number marked.</summary>
public static class ClusterCountCurvePlot
{
    private static readonly PixelPadding UpperPadding = new(96, 16, 26, 10);
    private static readonly PixelPadding LowerPadding = new(96, 16, 54, 10);

    /// <summary>Writes the plot as SVG or PNG, by the path's ending.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c>, <c>PlotFolderMissing</c>, <c>FileUnwritable</c> or <c>PlotsUnsupported</c>.</exception>
    /// <exception cref="ArgumentException">The arrays differ in length, or the chosen number is none that was tried.</exception>
    public static void Write(ClusterCountCurveData data, string path)
    {
        Check(data);
        PlotFile.Write(path, () => FigureOf(data, FigureLayout.File));
    }

    /// <summary>The plot as a figure.</summary>
    internal static Figure FigureOf(ClusterCountCurveData data, FigureLayout layout)
    {
        Check(data);
        var chosen = Array.IndexOf(data.ClusterCount, data.Chosen);
        var silhouette = double.IsNaN(data.Silhouette[chosen]) ? "" : $"silhouette {PlotNumbers.Value(data.Silhouette[chosen])}, ";
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{data.Chosen} clusters chosen (dashed line): {silhouette}inertia {PlotNumbers.Value(data.Inertia[chosen])}",
            Notes = ["Silhouette: higher is better", "Inertia always falls; where it stops falling fast, more clusters add little", data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(580, 440)),
            Draw = (canvas, body) =>
            {
                var half = (body.Top + body.Bottom) / 2;
                using var upper = Curve(data, data.Silhouette, "Mean silhouette (−1 to 1)", cluster: 0, body);
                upper.Layout.Fixed(UpperPadding);
                upper.DrawOn(canvas, new SKRect(body.Left, body.Top, body.Right, half - 10));
                using var lower = Curve(data, data.Inertia, "Inertia (squared distance)", cluster: 1, body);
                lower.Layout.Fixed(LowerPadding);
                Theme.Name(lower.Axes.Bottom, "Number of clusters (k)", body.Width);
                lower.DrawOn(canvas, new SKRect(body.Left, half - 10, body.Right, body.Bottom));
            },
        };
    }

    private static void Check(ClusterCountCurveData data)
    {
        PlotCheck.SameLength(data.ClusterCount.Length, data.Silhouette.Length, nameof(data.Silhouette));
        PlotCheck.SameLength(data.ClusterCount.Length, data.Inertia.Length, nameof(data.Inertia));
        if (!data.ClusterCount.Contains(data.Chosen))
        {
            throw new ArgumentException($"{data.Chosen} is no number of clusters that was tried.", nameof(data));
        }
    }

    private static Plot Curve(ClusterCountCurveData data, double[] values, string name, int cluster, SKRect body)
    {
        var plot = Theme.NewPlot();
        int[] known = [.. Enumerable.Range(0, values.Length).Where(place => double.IsFinite(values[place]))];
        double[] counts = [.. known.Select(place => (double)data.ClusterCount[place])];
        double[] heights = [.. known.Select(place => values[place])];
        plot.Add.VerticalLine(data.Chosen, 1.5f, Theme.Ink, LinePattern.DenselyDashed);
        var line = plot.Add.Scatter(counts, heights, ClusterPalette.ColorOf(cluster));
        line.LineWidth = 2;
        line.MarkerSize = known.Length > 60 ? 4 : 8;
        MarkChosen(plot, data, values, cluster);
        Theme.Name(plot.Axes.Left, name, body.Height / 2);
        plot.Axes.Bottom.TickGenerator = Theme.NewTicks(whole: true);
        var (low, high) = heights.Length == 0 ? (0, 1) : (heights.Min(), heights.Max());
        var room = high > low ? (high - low) * 0.15 : Math.Max(Math.Abs(high) * 0.1, 0.1);
        plot.Axes.SetLimits(data.ClusterCount[0] - 0.5, data.ClusterCount[^1] + 0.5, low - room, high + room);
        return plot;
    }

    private static void MarkChosen(Plot plot, ClusterCountCurveData data, double[] values, int cluster)
    {
        var value = values[Array.IndexOf(data.ClusterCount, data.Chosen)];
        if (double.IsFinite(value))
        {
            var ring = plot.Add.Marker(data.Chosen, value, MarkerShape.OpenCircle, 17, ClusterPalette.ColorOf(cluster));
            ring.MarkerLineWidth = 2.5f;
            var text = plot.Add.Text($"k = {data.Chosen}: {PlotNumbers.Value(value)}", data.Chosen, value);
            text.LabelFontSize = 13;
            text.LabelBold = true;
            text.LabelFontColor = Theme.Ink;
            text.LabelBackgroundColor = Colors.White.WithAlpha(0.85);
            var onTheRight = data.Chosen > (data.ClusterCount[0] + data.ClusterCount[^1]) / 2.0;
            text.Alignment = onTheRight ? Alignment.LowerRight : Alignment.LowerLeft;
            text.OffsetX = onTheRight ? -12 : 12;
            text.OffsetY = -8;
        }
    }
}
