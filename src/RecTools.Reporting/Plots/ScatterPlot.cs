using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Points in the plane that shows most of their variance, coloured by their cluster.</summary>
public static class ScatterPlot
{
    private const float LegendWidth = 250;

    /// <summary>Writes the plot as SVG or PNG, by the path's ending.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c>, <c>PlotFolderMissing</c>, <c>FileUnwritable</c> or <c>PlotsUnsupported</c>.</exception>
    /// <exception cref="ArgumentException">The arrays differ in length, or a cluster is not among those given.</exception>
    public static void Write(ScatterData data, string path)
    {
        Check(data);
        PlotFile.Write(path, () => FigureOf(data, FigureLayout.File));
    }

    /// <summary>The plot as a figure; where there is little room without its legend, which is then to stand beside it.</summary>
    internal static Figure FigureOf(ScatterData data, FigureLayout layout)
    {
        Check(data);
        var legend = layout.Choose(LegendWidth, 0);
        var drawn = PointSample.Draw(data.X.Length, data.MaxPoints, data.Seed);
        var shares = data is { ShareX: { } x, ShareY: { } y } ? $"; the two axes hold {PlotNumbers.Percent(x + y)} of the variance" : "";
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(data.X.Length)} {data.Noun} in {ClusterLegend.CountOf(data.Clusters)}{shares}",
            Notes =
            [
                drawn.Length == data.X.Length
                    ? null
                    : $"{PlotNumbers.Count(drawn.Length)} of {PlotNumbers.Count(data.X.Length)} {data.Noun} drawn, chosen at random (seed {data.Seed})",
                "Numbers stand at the clusters' means",
                data.Source,
            ],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(580, 340)),
            Draw = (canvas, body) =>
            {
                using var plot = PlotOf(data, drawn, new SKRect(body.Left, body.Top, body.Right - legend, body.Bottom));
                plot.DrawOn(canvas, new SKRect(body.Left, body.Top, body.Right - legend, body.Bottom));
                if (!layout.IsNarrow)
                {
                    ClusterLegend.Draw(canvas, new SKRect(body.Right - legend + 20, body.Top, body.Right, body.Bottom), data.Clusters, data.Noun, marks: true);
                }
            },
        };
    }

    private static void Check(ScatterData data)
    {
        PlotCheck.SameLength(data.X.Length, data.Y.Length, nameof(data.Y));
        PlotCheck.SameLength(data.X.Length, data.ClusterOf.Length, nameof(data.ClusterOf));
        PlotCheck.Clusters(data.ClusterOf, data.Clusters.Count, nameof(data.ClusterOf));
    }

    private static Plot PlotOf(ScatterData data, int[] drawn, SKRect room)
    {
        var plot = Theme.NewPlot();
        plot.PlottableList.Add(new ScatterMarks(data, drawn));
        plot.PlottableList.Add(new ClusterBadges(Means(data)));
        Theme.Name(plot.Axes.Bottom, WithShare(data.LabelX, data.ShareX), room.Width - 80);
        Theme.Name(plot.Axes.Left, WithShare(data.LabelY, data.ShareY), room.Height - 60);
        var (left, right) = RangeOf(data.X, drawn);
        var (bottom, top) = RangeOf(data.Y, drawn);
        plot.Axes.SetLimits(left, right, bottom, top);
        return plot;
    }

    private static string WithShare(string label, double? share) => share is { } part ? $"{label} ({PlotNumbers.Percent(part)} of the variance)" : label;

    /// <summary>From the smallest to the largest value of the points drawn with a little room; a unit where all are equal.</summary>
    private static (double From, double To) RangeOf(double[] values, int[] drawn)
    {
        var (from, to) = drawn.Length == 0 ? (0, 0) : (drawn.Min(point => values[point]), drawn.Max(point => values[point]));
        var room = to > from ? (to - from) * 0.04 : 0.5;
        return (from - room, to + room);
    }

    private static List<ClusterBadge> Means(ScatterData data)
    {
        var sums = new (double X, double Y, int Count)[data.Clusters.Count];
        for (var i = 0; i < data.X.Length; i++)
        {
            var (x, y, count) = sums[data.ClusterOf[i]];
            sums[data.ClusterOf[i]] = (x + data.X[i], y + data.Y[i], count + 1);
        }

        return
        [
            .. sums.Select((sum, cluster) => new ClusterBadge(cluster, data.Clusters[cluster].Number, sum.X / sum.Count, sum.Y / sum.Count))
                .Where(badge => double.IsFinite(badge.X)),
        ];
    }
}
